using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Optimizers.UpdateVariables;

namespace GanDsl.Generators.Optimizers;

/// <summary>p ← (1 − lr · weightDecay) p, then <see cref="Adam"/>'s update. Loshchilov and Hutter 2019; PyTorch: torch.optim.AdamW.</summary>
internal sealed record AdamW(double Lr, double Beta1, double Beta2, double Eps, double WeightDecay, bool Amsgrad, Player Player) : Optimizer(Lr, Player)
{
    public static Optimizer Read(AttributeValues values) => new AdamW(
        values.Double("lr"),
        values.Double("beta1"),
        values.Double("beta2"),
        values.Double("eps"),
        values.Double("weightDecay"),
        values.Bool("amsgrad"),
        (Player)values.Int("player"));

    public override string Name => nameof(AdamW);

    public override string Description => Describe(
        Argument("beta1", Beta1, 0.9), Argument("beta2", Beta2, 0.999), Argument("eps", Eps, 1e-8), Argument("weightDecay", WeightDecay, 0.01),
        Flag("amsgrad", Amsgrad));

    public override Optimizer Slowed(double c) => this with { Lr = Lr * c, Beta1 = Math.Pow(Beta1, c), Beta2 = Math.Pow(Beta2, c) };

    public override EquatableArray<string> Slots => Adam.Slots;

    public override EquatableArray<StepNumber> StepNumbers =>
        Adam.StepNumbers.Append(new StepNumber("decay", $"1 - (lr * {Numbers.Literal(WeightDecay)})")).ToEquatableArray();

    public override EquatableArray<Assignment> Lines => Written((P, Number(2) * P)).Concat(Adam.Lines).ToEquatableArray();

    protected override string? BadOwnArgument() =>
        Limits.BelowOne("beta1", Beta1) ?? Limits.BelowOne("beta2", Beta2) ?? Limits.NotNegative("eps", Eps) ?? Limits.NotNegative("weightDecay", WeightDecay);

    private Adam Adam => new(Lr, Beta1, Beta2, Eps, WeightDecay: 0, Amsgrad, Player);
}
