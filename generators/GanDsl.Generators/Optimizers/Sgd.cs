using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Optimizers.UpdateVariables;

namespace GanDsl.Generators.Optimizers;

/// <summary>
/// p ← p − lr · g; with momentum μ, b ← μb + (1 − dampening)g, b ← g in the first update, and p ← p − lr · b, or g + μb in place of b with Nesterov's.
/// PyTorch: torch.optim.SGD.
/// </summary>
internal sealed record Sgd(double Lr, double Momentum, double Dampening, double WeightDecay, bool Nesterov, Player Player) : Optimizer(Lr, Player)
{
    public static Optimizer Read(AttributeValues values) => new Sgd(
        values.Double("lr"),
        values.Double("momentum"),
        values.Double("dampening"),
        values.Double("weightDecay"),
        values.Bool("nesterov"),
        (Player)values.Int("player"));

    public override string Name => nameof(Sgd);

    public override string Description => Describe(
        Argument("momentum", Momentum, 0), Argument("dampening", Dampening, 0), Argument("weightDecay", WeightDecay, 0), Flag("nesterov", Nesterov));

    public override EquatableArray<string> Slots => Momentum == 0 ? default : EquatableArray.Of("momentum_buffer");

    // The first gradient starts the sum, undampened.
    public override EquatableArray<StepNumber> StepNumbers => Dampens
        ? EquatableArray.Of(StepNumber.LearningRate, new StepNumber("undamped", $"step == 1 ? 1 : 1 - {Numbers.Literal(Dampening)}"))
        : EquatableArray.Of(StepNumber.LearningRate);

    public override EquatableArray<Assignment> Lines
    {
        get
        {
            var decayed = (G, G + (WeightDecay * P));
            if (Momentum == 0) return Written(decayed, (P, P - (Number(0) * G)));
            var sum = Slot(0);
            return Written(
                decayed,
                (sum, (Momentum * sum) + (Dampens ? Number(1) * G : G)),
                (P, P - (Number(0) * (Nesterov ? G + (Momentum * sum) : sum))));
        }
    }

    protected override string? BadOwnArgument() =>
        Limits.BelowOne("momentum", Momentum)
        ?? (Dampening is >= 0 and <= 1 ? null : $"dampening is {Numbers.Literal(Dampening)}; it must be in [0, 1]")
        ?? Limits.NotNegative("weightDecay", WeightDecay)
        ?? (Nesterov && Momentum == 0 ? "nesterov looks ahead along the momentum, but momentum is 0; give it one, such as 0.9" : null)
        ?? (Nesterov && Dampening != 0 ? $"nesterov goes with no dampening, but dampening is {Numbers.Literal(Dampening)}; remove one" : null);

    /// <summary>Whether the first update differs from those after it.</summary>
    public bool Dampens => Momentum != 0 && Dampening != 0;
}
