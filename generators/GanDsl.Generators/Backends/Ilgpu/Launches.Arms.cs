using GanDsl.Generators.Ir;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>The launches of each operation, an arm each. A program with an operation that has no arm is not generated; <see cref="KernelCheck"/> reports
/// it.</content>
internal sealed partial class Launches
{
    private static readonly Dictionary<Type, Action<Launches, Node>> Arms = new()
    {
        [typeof(Operation.Contract)] = (to, node) => to.Add(node, (Operation.Contract)node.Operation),
        [typeof(Operation.Map)] = (to, node) => to.Add(node, (Operation.Map)node.Operation),
        [typeof(Operation.Reduce)] = (to, node) => to.Add(node, (Operation.Reduce)node.Operation),
        [typeof(Operation.Moments)] = (to, node) => to.Add(node, (Operation.Moments)node.Operation),
        [typeof(Operation.PowerIteration)] = (to, node) => to.Add(node, (Operation.PowerIteration)node.Operation),
        [typeof(Operation.RunningMeans)] = (to, node) => to.Add(node, (Operation.RunningMeans)node.Operation),
        [typeof(Operation.Draw)] = (to, node) => to.Add(node, (Operation.Draw)node.Operation),
        [typeof(Operation.Permute)] = (to, node) => to.AddPermute(node),
        [typeof(Operation.Pad)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.PadAdjoint)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.Upsample)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.BlockSum)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.AvgPool)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.AvgPoolAdjoint)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.Resample)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.TakeLargest)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.GiveLargest)] = (to, node) => to.AddPicture(node),
        [typeof(Operation.Shift)] = (to, node) => to.AddShift(node),
        [typeof(Operation.Cutout)] = (to, node) => to.AddCutout(node),
        [typeof(Operation.Warp)] = (to, node) => to.AddWarp(node),
        [typeof(Operation.Compute)] = (to, node) => to.Add(node, (Operation.Compute)node.Operation),
        [typeof(Operation.BatchMatMul)] = (to, node) => to.Add(node, (Operation.BatchMatMul)node.Operation),
        [typeof(Operation.Largest)] = (to, node) => to.AddLargest(node),
        [typeof(Operation.GroupMean)] = (to, node) => to.Add(node, (Operation.GroupMean)node.Operation),
        [typeof(Operation.Concat)] = (to, node) => to.AddParts(node),
        [typeof(Operation.Slice)] = (to, node) => to.AddParts(node),
        [typeof(Operation.Join)] = (to, node) => to.AddJoin(node),
    };

    // Values that exist already, memory under another name, and effects that others write or that are only placements.
    private static readonly HashSet<Type> Launchless =
    [
        typeof(Operation.Input), typeof(Operation.Parameter), typeof(Operation.Statistic), typeof(Operation.BatchSize), typeof(Operation.Remembered),
        typeof(Operation.Reshape), typeof(Operation.Half),
        typeof(Operation.Gradient), typeof(Operation.Update), typeof(Operation.Branch), typeof(Operation.EndOfBranches),
        typeof(Operation.Report), typeof(Operation.Remember), typeof(Operation.Result),
    ];

    /// <summary>The types of the operations that need launches.</summary>
    public static IReadOnlyCollection<Type> Launched => Arms.Keys;

    /// <summary>Whether a program for our own kernels can contain an operation of this type.</summary>
    public static bool IsSupported(Type operation) => Arms.ContainsKey(operation) || Launchless.Contains(operation);

    /// <summary>Adds a node's launches, if it has any.</summary>
    public void Add(Node node)
    {
        if (node.Outputs.Count > 0 && written.Contains(node.Outputs[0]))
        {
            Count += 1 + Merges(node.Outputs[0]);
            return;
        }

        switch (node.Operation)
        {
            case Operation.Input:
                AddInput(node.Outputs[0]);
                break;
            case Operation.Reshape:
                addresses.Alias(node.Outputs[0], node.Inputs[0], behind: 0);
                break;
            case Operation.Half(var which):
                addresses.Alias(node.Outputs[0], node.Inputs[0], which * node.Outputs[0].Extent.Elements);
                break;
            default:
                if (Arms.TryGetValue(node.Operation.GetType(), out var arm)) arm(this, node);
                break;
        }
    }

    // It was copied to its place before the first launch.
    private void AddInput(Value input)
    {
        var name = addresses.Name(input);
        lines.Add(writer =>
        {
            if (addresses.IsRead(name)) writer.Line($"var {name} = {addresses.To(input)}; // {input.Extent}");
        });
    }
}
