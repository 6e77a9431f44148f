using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Optimizers.UpdateVariables;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Optimizers;

/// <summary>p ← p clamped to [−limit, limit] after D's update. Arjovsky et al. 2017, Algorithm 1; PyTorch: torch.clamp.</summary>
internal sealed record WeightClip(double Limit) : Modifier(Player.Discriminator)
{
    public static Modifier Read(AttributeValues values) => new WeightClip(values.Double("limit"));

    public override string Name => nameof(WeightClip);

    public override string Description => $"weights clamped to ±{Numbers.Literal(Limit)}";

    /// <summary>The lines after the optimiser's.</summary>
    public EquatableArray<Assignment> Lines => EquatableArray.Of(
        Assignment.Of(P, Choose(P - Limit, Limit, P)), Assignment.Of(P, Choose(-Limit - P, -Limit, P)));

    protected override string? BadOwnArgument() => Limits.Positive("limit", Limit);
}
