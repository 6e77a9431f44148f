using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Optimizers.UpdateVariables;

namespace GanDsl.Generators.Optimizers;

/// <summary>a ← a + (1 − β)(p − a) after G's update; the runtime's Averaging computes β for each. Karras et al. 2018; PyTorch: torch.lerp.</summary>
internal sealed record Ema(double HalfLifeImages, double RampUp) : Modifier(Player.Generator)
{
    /// <summary>The slot of the average.</summary>
    public const string Slot = "average";

    /// <summary>1 − β.</summary>
    public const string Weight = "averaging";

    public static Modifier Read(AttributeValues values) => new Ema(values.Double("halfLifeImages"), values.Double("rampUp"));

    public override string Name => nameof(Ema);

    public override string Description =>
        $"averaged with a half-life of {Numbers.Literal(HalfLifeImages)} images{(RampUp > 0 ? $" (at most {Numbers.Literal(RampUp)} of those seen)" : "")}";

    /// <summary>The line after the optimiser's.</summary>
    /// <param name="slot">The average's slot.</param>
    public static Assignment Line(int slot) => Assignment.Of(Slot(slot), Slot(slot) + (AverageWeight * (P - Slot(slot))));

    protected override string? BadOwnArgument() => Limits.Positive("halfLifeImages", HalfLifeImages) ?? Limits.NotNegative("rampUp", RampUp);
}
