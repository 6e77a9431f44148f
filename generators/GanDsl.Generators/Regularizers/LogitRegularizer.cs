using GanDsl.Generators.Losses;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>
/// The means over the batch of functions of m, a logit minus the running mean of the other kind's: an exponential moving average over D's updates, which the
/// batch enters first, with the bias of its start at 0 corrected. A constant to reverse mode.
/// </summary>
internal abstract record LogitRegularizer : Regularizer
{
    /// <summary>The decay of a batch's weight per update.</summary>
    public abstract double Remembers { get; }

    /// <summary>A real's addition to D's loss, the weight included.</summary>
    public abstract Loss OnReals { get; }

    /// <summary>A fake's addition to D's loss, the weight included.</summary>
    public abstract Loss OnFakes { get; }

    public override string Formula =>
        $"the means of {ScalarText.Math(OnReals.Value, "m")} on reals and {ScalarText.Math(OnFakes.Value, "m")} on fakes, "
        + "m a sample's ℓ minus the running mean of the other kind's, whose decay is "
        + $"{Numbers.Literal(Remembers)} per update";
}
