using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Optimizers.UpdateVariables;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Optimizers;

/// <summary>
/// m ← m + (1 − β₁)(g − m), v ← β₂v + (1 − β₂)g², p ← p − lr/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + eps); with AMSGrad, v's largest value so far in place of v.
/// Kingma and Ba 2015; PyTorch: torch.optim.Adam.
/// </summary>
internal sealed record Adam(double Lr, double Beta1, double Beta2, double Eps, double WeightDecay, bool Amsgrad, Player Player) : Optimizer(Lr, Player)
{
    public static Optimizer Read(AttributeValues values) => new Adam(
        values.Double("lr"),
        values.Double("beta1"),
        values.Double("beta2"),
        values.Double("eps"),
        values.Double("weightDecay"),
        values.Bool("amsgrad"),
        (Player)values.Int("player"));

    public override string Name => nameof(Adam);

    public override string Description => Describe(
        Argument("beta1", Beta1, 0.9), Argument("beta2", Beta2, 0.999), Argument("eps", Eps, 1e-8), Argument("weightDecay", WeightDecay, 0),
        Flag("amsgrad", Amsgrad));

    public override Optimizer Slowed(double c) => this with { Lr = Lr * c, Beta1 = Math.Pow(Beta1, c), Beta2 = Math.Pow(Beta2, c) };

    public override EquatableArray<string> Slots =>
        Amsgrad ? EquatableArray.Of("exp_avg", "exp_avg_sq", "max_exp_avg_sq") : EquatableArray.Of("exp_avg", "exp_avg_sq");

    public override EquatableArray<StepNumber> StepNumbers => EquatableArray.Of(
        new StepNumber("step_size", $"lr / (1 - global::System.Math.Pow({Numbers.Literal(Beta1)}, step))"),
        new StepNumber("root_correction", $"1 / global::System.Math.Sqrt(1 - global::System.Math.Pow({Numbers.Literal(Beta2)}, step))"));

    public override EquatableArray<Assignment> Lines
    {
        get
        {
            var (mean, square, largest) = (Slot(0), Slot(1), Amsgrad ? Slot(2) : Slot(1));
            return Written(
                (G, G + (WeightDecay * P)),
                (mean, mean + (Rest(Beta1) * (G - mean))),
                (square, (Beta2 * square) + (Rest(Beta2) * (G * G))),
                (largest, Amsgrad ? Choose(square - largest, square, largest) : largest),
                (P, P - (Number(0) * mean / ((Number(1) * Sqrt(largest)) + Eps))));
        }
    }

    protected override string? BadOwnArgument() =>
        Limits.BelowOne("beta1", Beta1) ?? Limits.BelowOne("beta2", Beta2) ?? Limits.NotNegative("eps", Eps) ?? Limits.NotNegative("weightDecay", WeightDecay);
}
