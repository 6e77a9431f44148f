using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>
/// What a row of numbers loses against a row of targets, summed over the targets. The row has one part or more, each as long as the targets: variable i is a number of part i,
/// the variable behind them its target.
/// </summary>
/// <param name="Value">The loss; of shares, in their logarithms.</param>
/// <param name="Slopes">Its derivative by each part, written as it does not cancel; of shares, that by the numbers before softmax, in the shares.</param>
internal sealed record Criterion(Scalar Value, EquatableArray<Scalar> Slopes)
{
    /// <summary>−log of the share that softmax gives the target: the cross-entropy with one-hot targets.</summary>
    public static readonly Criterion CrossEntropy = new(-(X(1) * X(0)), EquatableArray.Of(X(0) - X(1))) { TakesShares = true };

    /// <summary>½·(v + (c − μ)²·e^−v), v kept within [−10, 10]: what c loses at N(μ, e^v), but for a constant.</summary>
    public static readonly Criterion Gaussian = new(
        0.5 * (X(1) + ((X(0) - X(2)) * (X(0) - X(2)) * Exp(-X(1)))),
        EquatableArray.Of((X(0) - X(2)) * Exp(-X(1)), 0.5 * (1 - ((X(0) - X(2)) * (X(0) - X(2)) * Exp(-X(1))))))
    { Bound = 10 };

    /// <summary>|x − t|.</summary>
    public static readonly Criterion Absolute = new(Relu(X(0) - X(1)) + Relu(X(1) - X(0)), EquatableArray.Of(Sign(X(0) - X(1)))) { IsMean = true };

    /// <summary>How many parts a row has.</summary>
    public int Parts => Slopes.Count;

    /// <summary>Whether softmax makes shares of the row first.</summary>
    public bool TakesShares { get; init; }

    /// <summary>Whether the sum over the targets is divided by their number.</summary>
    public bool IsMean { get; init; }

    /// <summary>What the last part is kept within, on both sides of 0, before anything is made of it; beyond it has no slope. Null where it is taken as it is.</summary>
    public double? Bound { get; init; }

    /// <summary>x within the bound, as a sum of choices: kernels compute those without branches in branches.</summary>
    public static Scalar Bounded(Scalar x, double bound) => (Inside(x, bound) * x) + (bound * (Choose(x - bound, 1, 0) - Choose(-bound - x, 1, 0)));

    /// <summary>1 within the bound, else 0.</summary>
    public static Scalar Inside(Scalar x, double bound) => 1 - Choose(x - bound, 1, 0) - Choose(-bound - x, 1, 0);
}
