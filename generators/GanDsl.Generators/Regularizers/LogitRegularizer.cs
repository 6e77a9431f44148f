using GanDsl.Generators.Losses;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>
/// The means over the batch of functions of m, a logit less the running mean of the other kind's: an exponential moving average over D's moves, into which the batch goes first,
/// with its start at nothing made up for. To reverse mode it is a constant.
/// </summary>
internal abstract record LogitRegularizer : Regularizer
{
    /// <summary>What is left of a batch's share after a move.</summary>
    public abstract double Remembers { get; }

    /// <summary>What a real adds to D's loss, the weight included.</summary>
    public abstract Loss OnReals { get; }

    /// <summary>What a fake adds to D's loss, the weight included.</summary>
    public abstract Loss OnFakes { get; }

    public override string Formula =>
        $"the means of {ScalarText.Math(OnReals.Value, "m")} on reals and {ScalarText.Math(OnFakes.Value, "m")} on fakes, m a sample's ℓ less the running mean of the other kind's, of which "
        + $"{Numbers.Literal(Remembers)} is left after a move";
}
