using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>How far a tensor is from what it should be, and how far it may be.</summary>
/// <param name="Step">The step, from 1.</param>
/// <param name="Tensor">What is compared: <c>gradient of G.0.weight</c>.</param>
/// <param name="Error">The largest |ours − reference|.</param>
/// <param name="Yardstick">The largest |plain float32 − reference| of any equivalent plain run.</param>
/// <param name="Floor">What the error may be however small the yardstick is.</param>
public sealed record Deviation(int Step, string Tensor, double Error, double Yardstick, double Floor)
{
    /// <summary>How many times plain float32's own error ours may be.</summary>
    public const double Factor = 8;

    /// <summary>The floor, in units in the last place of the tensor's largest element.</summary>
    public const double Ulps = 16;

    /// <summary>What the error may be.</summary>
    public double Allowed => Math.Max(Factor * Yardstick, Floor);

    // NaN is never within.
    public bool IsAllowed => Error <= Allowed;

    /// <summary>The error as a part of what is allowed, for sorting: NaN is the worst there is.</summary>
    public double Share => double.IsNaN(Error) || double.IsNaN(Allowed) ? double.PositiveInfinity : Error == 0 ? 0 : Error / Allowed;

    /// <summary>Compares a tensor with a float64 reference; plain float32's own errors are the yardstick.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="tensor">What it is.</param>
    /// <param name="reference">In float64.</param>
    /// <param name="ours">In float32.</param>
    /// <param name="plain">The same by plain float32, in one or several equivalent ways.</param>
    public static Deviation Of(int step, string tensor, Tensor reference, Tensor ours, IEnumerable<Tensor> plain) =>
        new(step, tensor, Distance(reference, ours), plain.Max(other => Distance(reference, other)), Ulps * Ulp(reference.abs().max().item<double>()));

    /// <summary>The largest |a − b|; NaN where either has one.</summary>
    public static double Distance(Tensor reference, Tensor tensor)
    {
        if (!reference.shape.SequenceEqual(tensor.shape))
            throw new ParityException($"({string.Join(", ", tensor.shape)}) is compared with ({string.Join(", ", reference.shape)}).");
        return (reference - tensor.to(ScalarType.Float64)).abs().max().item<double>();
    }

    /// <summary>The distance from a float32 to the next larger one.</summary>
    public static double Ulp(double value)
    {
        var single = (float)Math.Abs(value);
        return (double)MathF.BitIncrement(single) - single;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"step {Step}, {Tensor}: {Error:E2} away from float64, at most {Allowed:E2} expected; plain float32 is up to {Yardstick:E2} away");
}
