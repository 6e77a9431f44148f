using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>Operations from pictures to pictures, and over groups of samples.</content>
internal sealed partial class Launches
{
    private void WritePicture(CodeWriter writer, Node node)
    {
        var (input, output) = (node.Inputs[0], node.Outputs[0]);
        var kernel = node.Operation switch
        {
            Operation.Pad pad => $"PadKernels.Pad<{strategies.Padding(pad.Mode, input.Extent.Shape, pad.Amount)}>",
            Operation.PadAdjoint padAdjoint => $"PadKernels.PadAdjoint<{strategies.Padding(padAdjoint.Mode, output.Extent.Shape, padAdjoint.Amount)}>",
            Operation.Upsample(var scale) => $"ResampleKernels.UpsampleNearest<{strategies.Upsampling(input.Extent.Shape, scale)}>",
            Operation.BlockSum(var scale) => $"ResampleKernels.BlockSum<{strategies.Upsampling(output.Extent.Shape, scale)}>",
            Operation.AvgPool(var window) => $"PoolKernels.Average<{strategies.Pool(input.Extent.Shape, window)}>",
            Operation.AvgPoolAdjoint(var window) => $"PoolKernels.AverageGradient<{strategies.Pool(output.Extent.Shape, window)}>",
            Operation.Resample(var rows, var columns) => $"ResampleKernels.Resample<{strategies.Band(rows)}, {strategies.Band(columns)}>",
            Operation.TakeLargest(var window) => $"PoolKernels.Max<{strategies.Pool(input.Extent.Shape, window)}>",
            Operation.GiveLargest(var window) => $"PoolKernels.MaxGradient<{strategies.Pool(output.Extent.Shape, window)}>",
            Operation.Permute(var dimensions, var order) => $"PermuteKernels.Permute<{strategies.Permutation(dimensions, order)}>",
            _ => throw new InvalidOperationException($"No kernel is known for {node.Operation.GetType().Name}."),
        };
        var count = Elements(output.Extent);
        Comment(writer, node);
        Launch(
            writer,
            fields.Of(output.Name, kernel, "PictureArguments"),
            $"Device.Items({count})",
            $"memory, input: {addresses.Of(input)}, output: {addresses.Of(output)}, count: {count}, "
                + $"items: Device.Items({count}){(node.Inputs.Count > 1 ? $", pictures: {addresses.Of(node.Inputs[1])}" : "")}");
    }

    private void WritePermute(CodeWriter writer, Node node)
    {
        if (node is { Operation: Operation.Permute { IsTranspose: true }, Outputs: [{ Extent.Dimensions.Count: 2 }] }) WriteTranspose(writer, node);
        else WritePicture(writer, node);
    }

    private void WriteShift(CodeWriter writer, Node node)
    {
        var (column, most, isAdjoint) = (Operation.Shift)node.Operation;
        var shape = strategies.Augment(node.Inputs[0].Extent.Shape, most, (int)node.Inputs[1].Extent.Elements, column);
        WriteAugmentation(writer, node, $"AugmentKernels.{(isAdjoint ? "ShiftAdjoint" : "Shift")}<{shape}>");
    }

    private void WriteCutout(CodeWriter writer, Node node)
    {
        var (column, window) = (Operation.Cutout)node.Operation;
        var shape = strategies.Augment(node.Inputs[0].Extent.Shape, window, (int)node.Inputs[1].Extent.Elements, column);
        WriteAugmentation(writer, node, $"AugmentKernels.Cutout<{shape}>");
    }

    private void WriteWarp(CodeWriter writer, Node node)
    {
        var (column, isAdjoint) = (Operation.Warp)node.Operation;
        var shape = strategies.Warp(node.Inputs[0].Extent.Shape, (int)node.Inputs[1].Extent.Elements, column);
        WriteAugmentation(writer, node, $"WarpKernels.{(isAdjoint ? "Adjoint" : "Warp")}<{shape}>");
    }

    /// <summary>Pictures changed by each sample's own numbers.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="node">The pictures, and their numbers.</param>
    /// <param name="kernel">The kernel that changes them, with its strategy struct.</param>
    private void WriteAugmentation(CodeWriter writer, Node node, string kernel)
    {
        var (input, numbers, output) = (node.Inputs[0], node.Inputs[1], node.Outputs[0]);
        var count = Elements(output.Extent);
        Comment(writer, node);
        Launch(
            writer,
            fields.Of(output.Name, kernel, "AugmentArguments"),
            $"Device.Items({count})",
            $"memory, input: {addresses.Of(input)}, draws: {addresses.Of(numbers)}, output: {addresses.Of(output)}, count: {count}, "
                + $"items: Device.Items({count})");
    }

    private void WriteFormulas(CodeWriter writer, Node node, Formulas formulas)
    {
        var output = node.Outputs[0];
        var samples = output.Extent.Batches == 0 ? "1" : Times(output.Extent.Batches);
        Comment(writer, node);
        Launch(
            writer,
            fields.Of(
                output.Name,
                $"FormulaKernels.Compute<{strategies.Formulas(output.Name, formulas, [.. node.Inputs.Select(input => input.Extent.Batches > 0)])}>",
                "MapArguments"),
            $"Device.Items({samples})",
            $"memory, output: {addresses.Of(output)}, count: {samples}, items: Device.Items({samples}), operands: {OperandsText(node.Inputs)}");
    }

    private void WriteGroupMean(CodeWriter writer, Node node, int most)
    {
        var (input, output) = (node.Inputs[0], node.Outputs[0]);
        var count = Elements(output.Extent);
        Comment(writer, node);
        Launch(
            writer,
            fields.Of("groupMean", "GroupKernels.Mean", "GroupArguments"),
            $"Device.Items({count})",
            $"memory, input: {addresses.Of(input)}, output: {addresses.Of(output)}, batch: {Times(output.Extent.Batches)}, "
                + $"group: global::GanDsl.SampleGroups.Size({Times(output.Extent.Batches)}, {Numbers.Plain(most)}), "
                + $"width: {Numbers.Literal(output.Extent.Elements)}, items: Device.Items({count})");
    }
}
