using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>
/// The loss of a row of numbers against a row of targets, summed over the targets. The row has one part or more, each as long as the targets: variable i is a
/// number of part i, the last variable its target.
/// </summary>
/// <param name="Value">The loss; with softmax, in log-probabilities.</param>
/// <param name="Slopes">Its derivative with respect to each part, in a form that does not cancel; with softmax, with respect to the logits, in the
/// probabilities.</param>
internal sealed record Criterion(Scalar Value, EquatableArray<Scalar> Slopes)
{
    /// <summary>−log of the target's softmax probability: the cross-entropy with one-hot targets.</summary>
    public static readonly Criterion CrossEntropy = new(-(X(1) * X(0)), EquatableArray.Of(X(0) - X(1))) { TakesShares = true };

    /// <summary>½·(v + (c − μ)²·e^−v), v clamped to [−10, 10]: the negative log-likelihood of c under N(μ, e^v), up to a constant.</summary>
    public static readonly Criterion Gaussian = new(
        0.5 * (X(1) + ((X(0) - X(2)) * (X(0) - X(2)) * Exp(-X(1)))),
        EquatableArray.Of((X(0) - X(2)) * Exp(-X(1)), 0.5 * (1 - ((X(0) - X(2)) * (X(0) - X(2)) * Exp(-X(1))))))
    { Bound = 10 };

    /// <summary>|x − t|.</summary>
    public static readonly Criterion Absolute = new(Relu(X(0) - X(1)) + Relu(X(1) - X(0)), EquatableArray.Of(Sign(X(0) - X(1)))) { IsMean = true };

    /// <summary>How many parts a row has.</summary>
    public int Parts => Slopes.Count;

    /// <summary>Whether the row goes through softmax first.</summary>
    public bool TakesShares { get; init; }

    /// <summary>Whether the sum over the targets is divided by their number.</summary>
    public bool IsMean { get; init; }

    /// <summary>The bound b of the clamp to [−b, b] of the last part; beyond it the slope is 0. Null where it is not clamped.</summary>
    public double? Bound { get; init; }

    /// <summary>x clamped to the bound, as a sum of selects: kernels compute those without nested branches.</summary>
    public static Scalar Bounded(Scalar x, double bound) => (Inside(x, bound) * x) + (bound * (Choose(x - bound, 1, 0) - Choose(-bound - x, 1, 0)));

    /// <summary>1 within the bound, else 0.</summary>
    public static Scalar Inside(Scalar x, double bound) => 1 - Choose(x - bound, 1, 0) - Choose(-bound - x, 1, 0);
}
