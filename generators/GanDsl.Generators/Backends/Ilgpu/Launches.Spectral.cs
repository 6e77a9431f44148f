using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>Power iteration: v = Wᵀu and u = Wv, each divided by its norm, then u vᵀ. Partial sums of the norms are stored where u vᵀ will be.</content>
internal sealed partial class Launches
{
    private const int MostSlices = 32;

    private void Write(CodeWriter writer, Node node, Operation.PowerIteration power)
    {
        var output = node.Outputs[0];
        var matrix = strategies.Matrix(power.Matrix);
        var (u, v) = (addresses.OfStatistic(power.U), addresses.OfStatistic(power.V));
        var arguments = $"memory, weight: {addresses.Of(node.Inputs[0])}, u: {u}, v: {v}, outer: {addresses.Of(output)}";

        Comment(writer, node);
        for (var i = 0; i < power.Iterations; i++)
        {
            Launch(writer, Spectral("Columns"), Numbers.Plain(power.Matrix.Columns), arguments);
            Normalise(v, power.Matrix.Columns);
            Launch(writer, Spectral("Rows"), Numbers.Plain(power.Matrix.Rows), arguments);
            Normalise(u, power.Matrix.Rows);
        }

        Launch(writer, Spectral("Outer"), Numbers.Literal(output.Extent.Elements), arguments);

        string Spectral(string name) => fields.Of(output.Name + name, $"SpectralKernels.{name}<{matrix}>", "SpectralArguments");

        void Normalise(string vector, int count)
        {
            var slices = Numbers.Plain((int)System.Math.Min(MostSlices, output.Extent.Elements));
            var parts =
                $"memory, vector: {vector}, parts: {addresses.Of(output)}, count: {Numbers.Plain(count)}, slices: {slices}, eps: {Numbers.Literal(power.Eps)}f";
            Launch(writer, fields.Of("squares", "SpectralKernels.Squares", "VectorArguments"), slices, parts);
            Launch(writer, fields.Of("normalise", "SpectralKernels.Normalise", "VectorArguments"), Numbers.Plain(count), parts);
        }
    }
}
