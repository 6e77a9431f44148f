using static TorchSharp.torch;

namespace GanDsl.Convolutions;

/// <summary>How many of many convolutions come out wrong against float64, forward or in a gradient, each way of convolving.</summary>
/// <param name="Tried">How many there were.</param>
/// <param name="Plain">How many libtorch alone gets wrong.</param>
/// <param name="Ours">How many GanDsl gets wrong, as it convolves on this machine, by autograd or by its own way back.</param>
/// <param name="Filled">How many it would get wrong with channels filled up.</param>
/// <param name="Unfolded">How many a float32 matrix product over windows gets wrong: the hand-written sides' other way.</param>
/// <param name="Examples">The first that were wrong, in words.</param>
public sealed record ConvolutionTally(int Tried, int Plain, int Ours, int Filled, int Unfolded, IReadOnlyList<string> Examples)
{
    // What is wrong differs by a hundredth or more; what is right, by 1e-6.
    private const double Tolerance = 1e-3;
    private const int MostExamples = 12;

    /// <summary>Runs them.</summary>
    /// <param name="convolutions">What to convolve.</param>
    /// <param name="seed">What the numbers follow from.</param>
    /// <param name="plain">libtorch's way; another one to see this fail.</param>
    public static ConvolutionTally Of(IEnumerable<RandomConvolution> convolutions, ulong seed, Func<RandomConvolution, Tensor, Tensor, Tensor>? plain = null)
    {
        using var generator = new Generator(seed);
        var (tried, wrong, examples) = (0, new int[4], new List<string>());
        foreach (var one in convolutions)
        {
            using var scope = NewDisposeScope();
            tried++;
            var operands = one.Operands(generator);
            var wide = (operands.X.to(ScalarType.Float64), operands.Weight.to(ScalarType.Float64), operands.Gradient.to(ScalarType.Float64));
            var expected = one.ByAutograd(wide, one.Unfolded);
            (string Way, Func<double[]> Errors)[] ways =
            [
                ("plain", () => Errors(expected, one.ByAutograd(operands, plain is null ? one.Plain : (x, weight) => plain(one, x, weight)))),
                ("GanDsl", () => [.. Errors(expected, one.ByAutograd(operands, one.Ours)), .. Errors(expected[1..], one.WrittenBack(operands))]),
                ("filled up", () => Errors(expected, one.ByAutograd(operands, one.Filled))),
                ("unfolded", () => Errors(expected, one.ByAutograd(operands, one.Unfolded))),
            ];
            foreach (var (index, (way, errors)) in ways.Index())
            {
                double[] found;
                using (PoisonedMemory.Open()) found = errors();
                if (found.All(error => error <= Tolerance)) continue;
                wrong[index]++;
                if (examples.Count == MostExamples) continue;
                examples.Add($"{way}, {one}: output, gradients at x and at the weight off by {string.Join(", ", found.Select(Text))}");
            }
        }

        return new ConvolutionTally(tried, wrong[0], wrong[1], wrong[2], wrong[3], examples);
    }

    // The largest difference, of the largest number. NaN is never within.
    private static double[] Errors(IReadOnlyList<Tensor> expected, IReadOnlyList<Tensor> actual)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(actual.Count, expected.Count);
        return [.. expected.Zip(actual, (truth, value) => ((value.to(ScalarType.Float64) - truth).abs().max() / truth.abs().max()).item<double>())];
    }

    private static string Text(double error) => FormattableString.Invariant($"{error:P1}");
}
