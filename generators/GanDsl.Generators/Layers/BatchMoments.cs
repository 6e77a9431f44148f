using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Shared by the normalisations over a batch: their arguments, and x with mean 0 and variance 1 in each channel.</summary>
/// <param name="Eps">Added to the variance.</param>
/// <param name="Momentum">The weight of the newest batch in the running statistics.</param>
/// <param name="AreTracked">Whether there are running statistics, which eval mode uses.</param>
internal sealed record BatchMoments(double Eps, double Momentum, bool AreTracked)
{
    /// <summary>The arguments that are not at their defaults.</summary>
    public IEnumerable<string> Arguments
    {
        get
        {
            if (Eps != 1e-5) yield return $"eps {Numbers.Literal(Eps)}";
            if (Momentum != 0.1) yield return $"momentum {Numbers.Literal(Momentum)}";
        }
    }

    /// <summary>The same as arguments of a PyTorch module.</summary>
    public string Python => (Eps == 1e-5 ? "" : $", eps={Numbers.Literal(Eps)}") + (Momentum == 0.1 ? "" : $", momentum={Numbers.Literal(Momentum)}");

    public static Fit Fit(Shape input) => input.Rank <= 3
        ? new Fit.Gives(input)
        : new Fit.Fails(LayerRules.Rank, "it takes (N, features), (N, channels, length) or (N, channels, height, width); put [Reshape] before it");

    /// <summary>The normalised elements of a value, as an expression of operands.</summary>
    public (Scalar Normalised, List<(Value, Reading)> Operands) Lower(Lowering at, Value input)
    {
        var channel = Reading.Channel(input.Extent);
        var operands = new List<(Value, Reading)> { (input, Reading.Full) };
        if (at.Training || !AreTracked)
        {
            var moments = at.Builder.Add(
                new Operation.Moments(Eps, Momentum, AreTracked ? at.Statistic(0) : null, AreTracked ? at.Statistic(1) : null),
                [input],
                [Extent.Fixed(input.Extent.Channels), Extent.Fixed(input.Extent.Channels), Extent.Fixed(input.Extent.Channels)],
                [at.Name("Mean"), at.Name("Variance"), at.Name("InverseStd")]);
            operands.AddRange([(moments[0], channel), (moments[2], channel)]);
            return ((X(0) - X(1)) * X(2), operands);
        }

        operands.AddRange([(at.Read(at.Statistic(0), at.Name("RunningMean")), channel), (at.Read(at.Statistic(1), at.Name("RunningVariance")), channel)]);
        return ((X(0) - X(1)) / Sqrt(X(2) + Eps), operands);
    }
}
