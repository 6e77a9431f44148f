using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
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

    private void Add(Node node, Operation.PowerIteration power)
    {
        var launches = (6 * power.Iterations) + 1;
        var arguments = $"{Numbers.Plain(power.Iterations)}, {addresses.Of(node.Inputs[0])}, u: {addresses.OfStatistic(power.U)}, "
            + $"v: {addresses.OfStatistic(power.V)}, eps: {Numbers.Literal(power.Eps)}f";
        if (Normalised(node) is not (var sum, var weight))
        {
            Launch(node, $"PowerIteration<{strategies.Matrix(power.Matrix)}>", $"{arguments}, to: {addresses.To(node.Outputs[0])}", launches);
            return;
        }

        // W / σ, with what leads to it: one line, since it always comes so.
        var (singular, sigma, normalised) = (node.Outputs[0], sum.Outputs[0], weight.Outputs[0]);
        var to = $"({addresses.To(singular)}, {addresses.To(sigma)}, {addresses.To(normalised)})";
        Separate(node.Note);
        AddLine(node, [singular, sigma, normalised], $"SpectralNorm<{strategies.Matrix(power.Matrix)}>", $"{arguments}, to: {to}{Slices(sigma)}", launches);
        written.Add(sigma);
        written.Add(normalised);
    }

    /// <summary>The sum σ = Σ W · u vᵀ and the weight W / σ that follow a power iteration, where they do.</summary>
    private (Node Sum, Node Weight)? Normalised(Node power)
    {
        var (weight, singular) = (power.Inputs[0], power.Outputs[0]);
        var sum = Following(places[singular]);
        var divided = sum is null ? null : Following(places[sum.Outputs[0]]);
        return sum?.Operation is Operation.Reduce reduce && divided?.Operation is Operation.Map map
            && reduce.Over == Over.All && reduce.Terms.Count == 1 && reduce.Terms[0] == Scalar.X(0) * Scalar.X(1)
            && sum.Inputs.SequenceEqual([weight, singular]) && reduce.Readings.All(reading => reading == Reading.Full)
            && map.Expression == Scalar.X(0) / Scalar.X(1)
            && divided.Inputs.SequenceEqual([weight, sum.Outputs[0]]) && map.Readings.SequenceEqual([Reading.Full, Reading.Single])
            ? (sum, divided)
            : null;
    }

    /// <summary>The next node with a value that is not a leaf, or null.</summary>
    private Node? Following(int place)
    {
        var nodes = addresses.Plan.Program.Nodes;
        for (var next = place + 1; next < nodes.Count; next++)
        {
            if (!nodes[next].Operation.IsLeaf) return nodes[next].Outputs.Count > 0 ? nodes[next] : null;
        }

        return null;
    }

    private void Add(Node node, Operation.RunningMeans means) => Launch(
        node,
        "RunningMeans",
        $"{addresses.Of(node.Inputs[0])}, {addresses.Of(node.Inputs[1])}, {addresses.Of(node.Inputs[2])}, "
            + $"sums: Slots + {IlgpuCode.Alias}::Slot.RunningMeans, share: {Numbers.Literal(1 - means.Decay)}f, to: {To(node)}");
}
