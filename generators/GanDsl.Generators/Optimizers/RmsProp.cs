using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Optimizers.UpdateVariables;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Optimizers;

/// <summary>
/// v ← αv + (1 − α)g², p ← p − lr · g / (√v + eps); centred, v minus the square of a running mean of g; with momentum μ, b ← μb + g / (√v + eps) and p ← p − lr
/// · b. PyTorch: torch.optim.RMSprop.
/// </summary>
internal sealed record RmsProp(double Lr, double Alpha, double Eps, double WeightDecay, double Momentum, bool Centered, Player Player) : Optimizer(Lr, Player)
{
    public static Optimizer Read(AttributeValues values) => new RmsProp(
        values.Double("lr"),
        values.Double("alpha"),
        values.Double("eps"),
        values.Double("weightDecay"),
        values.Double("momentum"),
        values.Bool("centered"),
        (Player)values.Int("player"));

    public override string Name => nameof(RmsProp);

    public override string Description => Describe(
        Argument("alpha", Alpha, 0.99), Argument("eps", Eps, 1e-8), Argument("weightDecay", WeightDecay, 0), Argument("momentum", Momentum, 0),
        Flag("centered", Centered));

    public override EquatableArray<string> Slots
    {
        get
        {
            var slots = new List<string> { "square_avg" };
            if (Momentum != 0) slots.Add("momentum_buffer");
            if (Centered) slots.Add("grad_avg");
            return slots.ToEquatableArray();
        }
    }

    public override EquatableArray<StepNumber> StepNumbers => EquatableArray.Of(StepNumber.LearningRate);

    public override EquatableArray<Assignment> Lines
    {
        get
        {
            var (square, sum, mean) = (Slot(0), Slot(1), Slot(Momentum != 0 ? 2 : 1));
            var scaled = G / (Sqrt(Centered ? square - (mean * mean) : square) + Eps);
            return Written(
            [
                (G, G + (WeightDecay * P)),
                (square, (Alpha * square) + (Rest(Alpha) * (G * G))),
                .. Centered ? new[] { (mean, mean + (Rest(Alpha) * (G - mean))) } : [],
                .. Momentum != 0 ? new[] { (sum, (Momentum * sum) + scaled) } : [],
                (P, P - (Number(0) * (Momentum != 0 ? sum : scaled))),
            ]);
        }
    }

    protected override string? BadOwnArgument() =>
        Limits.BelowOne("alpha", Alpha) ?? Limits.NotNegative("eps", Eps) ?? Limits.NotNegative("weightDecay", WeightDecay)
        ?? Limits.BelowOne("momentum", Momentum);
}
