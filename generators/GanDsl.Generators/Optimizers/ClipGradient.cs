using GanDsl.Generators.Declarations;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Optimizers;

/// <summary>g ← min(1, maxNorm/(‖g‖ + 10⁻⁶)) · g over all parameters of a player. Pascanu et al. 2013; PyTorch: torch.nn.utils.clip_grad_norm_.</summary>
internal sealed record ClipGradient(double MaxNorm, Player Player) : Modifier(Player)
{
    // PyTorch's, which prevents a division by 0.
    private const double Eps = 1e-6;

    public static Modifier Read(AttributeValues values) => new ClipGradient(values.Double("maxNorm"), (Player)values.Int("player"));

    public override string Name => nameof(ClipGradient);

    public override string Description => $"gradient clipped to norm {Numbers.Literal(MaxNorm)}";

    /// <summary>The gradient's factor, as a function of Σg²; NaN stays NaN.</summary>
    public Scalar Factor => Choose(Ratio - 1, 1, Ratio);

    protected override string? BadOwnArgument() => Limits.Positive("maxNorm", MaxNorm);

    private Scalar Ratio => MaxNorm / (Sqrt(X(0)) + Eps);
}
