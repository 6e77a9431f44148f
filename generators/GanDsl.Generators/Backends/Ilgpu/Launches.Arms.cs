using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>The launches of each operation, an arm each. A program with an operation that has no arm is not generated; <see cref="KernelCheck"/> reports
/// it.</content>
internal sealed partial class Launches
{
    private static readonly Dictionary<Type, Action<Launches, CodeWriter, Node>> Arms = new()
    {
        [typeof(Operation.Contract)] = (to, writer, node) => to.Write(writer, node, (Operation.Contract)node.Operation),
        [typeof(Operation.Map)] = (to, writer, node) => to.Write(writer, node, (Operation.Map)node.Operation),
        [typeof(Operation.Reduce)] = (to, writer, node) => to.Write(writer, node, (Operation.Reduce)node.Operation),
        [typeof(Operation.Moments)] = (to, writer, node) => to.Write(writer, node, (Operation.Moments)node.Operation),
        [typeof(Operation.PowerIteration)] = (to, writer, node) => to.Write(writer, node, (Operation.PowerIteration)node.Operation),
        [typeof(Operation.RunningMeans)] = (to, writer, node) => to.Write(writer, node, (Operation.RunningMeans)node.Operation),
        [typeof(Operation.Draw)] = (to, writer, node) => to.Write(writer, node, (Operation.Draw)node.Operation),
        [typeof(Operation.Permute)] = (to, writer, node) => to.WritePermute(writer, node),
        [typeof(Operation.Pad)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.PadAdjoint)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.Upsample)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.BlockSum)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.AvgPool)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.AvgPoolAdjoint)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.Resample)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.TakeLargest)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.GiveLargest)] = (to, writer, node) => to.WritePicture(writer, node),
        [typeof(Operation.Shift)] = (to, writer, node) => to.WriteShift(writer, node),
        [typeof(Operation.Cutout)] = (to, writer, node) => to.WriteCutout(writer, node),
        [typeof(Operation.Warp)] = (to, writer, node) => to.WriteWarp(writer, node),
        [typeof(Operation.Compute)] = (to, writer, node) => to.WriteFormulas(writer, node, ((Operation.Compute)node.Operation).Formulas),
        [typeof(Operation.BatchMatMul)] = (to, writer, node) => to.WriteBatchMatMul(writer, node, (Operation.BatchMatMul)node.Operation),
        [typeof(Operation.Largest)] = (to, writer, node) => to.WriteLargest(writer, node),
        [typeof(Operation.GroupMean)] = (to, writer, node) => to.WriteGroupMean(writer, node, ((Operation.GroupMean)node.Operation).Most),
        [typeof(Operation.Concat)] = (to, writer, node) => to.WriteParts(writer, node),
        [typeof(Operation.Slice)] = (to, writer, node) => to.WriteParts(writer, node),
        [typeof(Operation.Join)] = (to, writer, node) => to.WriteJoin(writer, node),
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

    /// <summary>Writes a node's launches, if it has any.</summary>
    public void Write(CodeWriter writer, Node node)
    {
        var operation = node.Operation.GetType();
        if (!Launchless.Contains(operation)) Arms[operation](this, writer, node);
    }
}
