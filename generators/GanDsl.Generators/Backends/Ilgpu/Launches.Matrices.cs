using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>Matrices, a softmax's maximum, and what a step keeps.</content>
internal sealed partial class Launches
{
    private void Add(Node node, Operation.BatchMatMul matMul) => Launch(
        node,
        $"BatchMatMul<{strategies.BatchMatMul(matMul)}>",
        $"{Batch(node.Outputs[0].Extent)}, {addresses.Of(node.Inputs[0])}, {addresses.Of(node.Inputs[1])}, to: {addresses.To(node.Outputs[0])}");

    private void AddTranspose(Node node)
    {
        var output = node.Outputs[0];
        var shape = strategies.Extent(output.Extent.Dimensions[1], output.Extent.Dimensions[0]);
        Launch(node, $"Transpose<{shape}>", $"{Batch(output.Extent)}, {addresses.Of(node.Inputs[0])}, to: {addresses.To(output)}");
    }

    private void AddLargest(Node node)
    {
        var (input, output) = (node.Inputs[0], node.Outputs[0]);
        Launch(
            node,
            $"Largest<{strategies.Extent(1, (int)input.Extent.Elements)}>",
            $"{Elements(output.Extent)}, {addresses.Of(input)}, to: {addresses.To(output)}");
    }

    private void Add(Node node, Operation.PowerIteration power) => Launch(
        node,
        $"PowerIteration<{strategies.Matrix(power.Matrix)}>",
        $"{Numbers.Plain(power.Iterations)}, {addresses.Of(node.Inputs[0])}, u: {addresses.OfStatistic(power.U)}, v: {addresses.OfStatistic(power.V)}, "
            + $"eps: {Numbers.Literal(power.Eps)}f, to: {addresses.To(node.Outputs[0])}",
        (6 * power.Iterations) + 1);

    private void Add(Node node, Operation.RunningMeans means) => Launch(
        node,
        "RunningMeans",
        $"{addresses.Of(node.Inputs[0])}, {addresses.Of(node.Inputs[1])}, {addresses.Of(node.Inputs[2])}, "
            + $"sums: Slots + {IlgpuCode.Alias}::Slot.RunningMeans, share: {Numbers.Literal(1 - means.Decay)}f, to: {To(node)}");
}
