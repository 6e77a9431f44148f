using System.Globalization;
using GanDsl.Generators.Ir;
using Xunit.Sdk;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>
/// The claim that <see cref="Differentiate"/> agrees with central differences in float64: for L = Σ w · output with random w, which are the
/// outputs' cotangents, ∂L/∂x = (L(x + h) − L(x − h)) / 2h, h = 1e-5, for every element of every leaf that is wanted.
/// </summary>
internal static class GradientCheck
{
    /// <summary>Of a leaf's largest derivative. Central differences err by about h² = 1e-10 of it.</summary>
    public const double Relative = 1e-6;

    /// <summary>What rounding leaves of differences that should be 0: some 1e-16 · |L| / h.</summary>
    public const double Absolute = 1e-8;

    private const double Step = 1e-5;

    public static void AssertAgrees(ProgramBuilder builder, Leaves leaves, IReadOnlyList<Value> outputs, IReadOnlyList<Value> wanted)
    {
        Assert.NotEmpty(outputs);
        Assert.NotEmpty(wanted);
        var forward = builder.ToProgram();
        var seeds = outputs.Select(output => (output, builder.Input($"{output.Name}Weight", output.Extent))).ToList();
        var cotangents = Differentiate.Run(builder, seeds, wanted);
        var run = ProgramInterpreter.Run(builder.ToProgram(), leaves);
        foreach (var (leaf, cotangent) in wanted.PairedWith(cotangents))
        {
            if (cotangent is not null) Assert.Equal(leaf.Extent, cotangent.Extent);
            Compare(leaf.Name, cotangent is null ? new double[run[leaf].Length] : run[cotangent], Differences(leaf));
        }

        double[] Differences(Value leaf)
        {
            var before = run[leaf];
            var numbers = before.ToArray();
            leaves.Give(leaf.Name, numbers);
            var differences = numbers.Select((number, i) =>
            {
                var (above, below) = (L(i, number + Step), L(i, number - Step));
                numbers[i] = number;
                return (above - below) / (2 * Step);
            }).ToArray();
            leaves.Give(leaf.Name, before);
            return differences;

            double L(int place, double number)
            {
                numbers[place] = number;
                var at = ProgramInterpreter.Run(forward, leaves);
                return seeds.Sum(seed => at[seed.output].PairedWith(run[seed.Item2], (y, w) => y * w).Sum());
            }
        }
    }

    private static void Compare(string name, double[] derivatives, double[] differences)
    {
        var tolerance = (Relative * differences.Max(Math.Abs)) + Absolute;
        for (var i = 0; i < differences.Length; i++)
        {
            if (Math.Abs(derivatives[i] - differences[i]) <= tolerance) continue;
            throw new XunitException(string.Create(
                CultureInfo.InvariantCulture,
                $"The derivative with respect to {name}[{i}] is {derivatives[i]:R}; central differences give {differences[i]:R}, "
                    + $"and {tolerance:R} is allowed."));
        }
    }
}
