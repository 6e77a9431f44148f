using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Optimizers;

/// <summary>The learning rate over the updates; the runtime's LearningRateCurve computes it for each.</summary>
internal sealed record LearningRate(Decay Decay, long Steps, double EndFactor, long WarmUp, Player Player) : Modifier(Player)
{
    public static Modifier Read(AttributeValues values) => new LearningRate(
        (Decay)values.Int("decay"), (long)values.Double("steps"), values.Double("endFactor"), (long)values.Double("warmUp"), (Player)values.Int("player"));

    public override string Name => nameof(LearningRate);

    public override string Description => string.Join(", ", new[]
    {
        WarmUp > 0 ? $"lr warmed up over {Numbers.Count(WarmUp, "update")}" : null,
        Decay == Decay.Constant ? null : $"lr decayed to {Numbers.Literal(EndFactor)} of it over {Numbers.Count(Steps, "update")} ({Decay})",
    }.Where(text => text is not null));

    /// <summary>The arguments of the runtime's LearningRateCurve after the optimiser's rate.</summary>
    public string Arguments =>
        $", global::GanDsl.Decay.{Decay}, Steps: {Numbers.Literal(Steps)}, EndFactor: {Numbers.Literal(EndFactor)}, WarmUp: {Numbers.Literal(WarmUp)}";

    protected override string? BadOwnArgument() =>
        Decay is < Decay.Constant or > Decay.Cosine ? $"decay is {Numbers.Plain((int)Decay)}; it must be one of Decay's"
        : Decay != Decay.Constant && Steps < 1 ? $"steps is {Numbers.Plain(Steps)}; a rate decays over at least 1 update"
        : Decay == Decay.Constant && Steps != 0
        ? $"steps is {Numbers.Plain(Steps)}, but a constant rate does not change over them; remove them, or choose Decay.Linear or Decay.Cosine"
        : Limits.NotNegative("endFactor", EndFactor) ?? Limits.NotNegative("warmUp", WarmUp);
}
