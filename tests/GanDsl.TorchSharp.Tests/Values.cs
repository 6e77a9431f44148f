using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch;

/// <summary>Tensors for tests, and how they are compared.</summary>
internal static class Values
{
    // One a test, whatever runs beside or before it: what a test sets in its flow ends with the test.
    private static readonly AsyncLocal<torch.Generator?> Random = new();

    /// <summary>Normal numbers, the same in every run of the same test.</summary>
    public static Tensor Normal(params long[] shape) => randn(shape, generator: Random.Value ??= new(7));

    /// <summary>Largest difference relative to the largest expected element; the two may be of different precisions.</summary>
    public static void AssertClose(Tensor expected, Tensor actual, double tolerance, string what)
    {
        Assert.True(
            expected.shape.SequenceEqual(actual.shape), $"{what}: shape ({string.Join(", ", actual.shape)}), expected ({string.Join(", ", expected.shape)}).");
        if (expected.NumberOfElements == 0) return;
        using var scope = NewDisposeScope();
        var difference = (expected.to(ScalarType.Float64) - actual.to(ScalarType.Float64)).abs().max().item<double>();
        var scale = Math.Max(expected.abs().max().to(ScalarType.Float64).item<double>(), 1e-12);
        Assert.True(
            difference <= tolerance * scale,
            string.Create(CultureInfo.InvariantCulture, $"{what}: differs by {difference / scale:E2} relative, at most {tolerance:E2} expected."));
    }

    /// <summary>‖actual − expected‖ / ‖expected‖.</summary>
    public static double RelativeDistance(Tensor expected, Tensor actual) =>
        (expected - actual).norm().item<float>() / Math.Max(expected.norm().item<float>(), 1e-12);
}
