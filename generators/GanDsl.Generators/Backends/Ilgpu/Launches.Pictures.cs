using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>Operations from pictures to pictures, and over groups of samples.</content>
internal sealed partial class Launches
{
    private void AddPicture(Node node)
    {
        var (input, output) = (node.Inputs[0], node.Outputs[0]);
        var method = node.Operation switch
        {
            Operation.Pad pad => $"Pad<{strategies.Padding(pad.Mode, input.Extent.Shape, pad.Amount)}>",
            Operation.PadAdjoint padAdjoint => $"PadAdjoint<{strategies.Padding(padAdjoint.Mode, output.Extent.Shape, padAdjoint.Amount)}>",
            Operation.Upsample(var scale) => $"Upsample<{strategies.Upsampling(input.Extent.Shape, scale)}>",
            Operation.BlockSum(var scale) => $"BlockSum<{strategies.Upsampling(output.Extent.Shape, scale)}>",
            Operation.AvgPool(var window) => $"AvgPool<{strategies.Pool(input.Extent.Shape, window)}>",
            Operation.AvgPoolAdjoint(var window) => $"AvgPoolAdjoint<{strategies.Pool(output.Extent.Shape, window)}>",
            Operation.Resample(var rows, var columns) => $"Resample<{strategies.Band(rows)}, {strategies.Band(columns)}>",
            Operation.TakeLargest(var window) => $"TakeLargest<{strategies.Pool(input.Extent.Shape, window)}>",
            Operation.GiveLargest(var window) => $"GiveLargest<{strategies.Pool(output.Extent.Shape, window)}>",
            Operation.Permute(var dimensions, var order) => $"Permute<{strategies.Permutation(dimensions, order)}>",
            _ => throw new InvalidOperationException($"No launch is written for {node.Operation.GetType().Name}."),
        };
        var pictures = node.Inputs.Count > 1 ? $", {addresses.Of(node.Inputs[1])}" : "";
        Launch(node, method, $"{Elements(output.Extent)}, {addresses.Of(input)}{pictures}, to: {addresses.To(output)}");
    }

    private void AddPermute(Node node)
    {
        if (node is { Operation: Operation.Permute { IsTranspose: true }, Outputs: [{ Extent.Dimensions.Count: 2 }] }) AddTranspose(node);
        else AddPicture(node);
    }

    private void AddShift(Node node)
    {
        var (column, most, isAdjoint) = (Operation.Shift)node.Operation;
        var shape = strategies.Augment(node.Inputs[0].Extent.Shape, most, (int)node.Inputs[1].Extent.Elements, column);
        AddAugmentation(node, $"{(isAdjoint ? "ShiftAdjoint" : "Shift")}<{shape}>");
    }

    private void AddCutout(Node node)
    {
        var (column, window) = (Operation.Cutout)node.Operation;
        AddAugmentation(node, $"Cutout<{strategies.Augment(node.Inputs[0].Extent.Shape, window, (int)node.Inputs[1].Extent.Elements, column)}>");
    }

    private void AddWarp(Node node)
    {
        var (column, isAdjoint) = (Operation.Warp)node.Operation;
        var shape = strategies.Warp(node.Inputs[0].Extent.Shape, (int)node.Inputs[1].Extent.Elements, column);
        AddAugmentation(node, $"{(isAdjoint ? "WarpAdjoint" : "Warp")}<{shape}>");
    }

    /// <summary>Pictures changed by each sample's own numbers.</summary>
    private void AddAugmentation(Node node, string method) => Launch(
        node,
        method,
        $"{Elements(node.Outputs[0].Extent)}, {addresses.Of(node.Inputs[0])}, {addresses.Of(node.Inputs[1])}, to: {addresses.To(node.Outputs[0])}");

    private void Add(Node node, Operation.Compute compute) => Launch(
        node,
        $"Compute<{strategies.Formulas(compute.Formulas, [.. node.Inputs.Select(input => input.Extent.Batches > 0)])}>",
        $"{Batch(node.Outputs[0].Extent)}, {Operands(node.Inputs)}, to: {addresses.To(node.Outputs[0])}");

    private void Add(Node node, Operation.GroupMean mean)
    {
        var (input, output) = (node.Inputs[0], node.Outputs[0]);
        Launch(
            node,
            "GroupMean",
            $"{Batch(output.Extent)}, width: {Numbers.Literal(output.Extent.Elements)}, most: {Numbers.Plain(mean.Most)}, {addresses.Of(input)}, "
                + $"to: {addresses.To(output)}");
    }
}
