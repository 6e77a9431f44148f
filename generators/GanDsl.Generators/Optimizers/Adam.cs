using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Optimizers;

/// <summary>Adam with its arguments. PyTorch: torch.optim.Adam.</summary>
internal sealed record Adam(double Lr, double Beta1, double Beta2, double Eps, double WeightDecay, bool Amsgrad, Player Player)
{
    public static Adam Read(AttributeValues values) => new(
        values.Double("lr"),
        values.Double("beta1"),
        values.Double("beta2"),
        values.Double("eps"),
        values.Double("weightDecay"),
        values.Bool("amsgrad"),
        (Player)values.Int("player"));

    public bool Moves(Player player) => Player == Player.Both || Player == player;

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() =>
        NotNegative("lr", Lr) ?? Decay("beta1", Beta1) ?? Decay("beta2", Beta2) ?? NotNegative("eps", Eps) ?? NotNegative("weightDecay", WeightDecay)
        ?? (Player is < Player.Both or > Player.Discriminator ? $"player is {Numbers.Plain((int)Player)}; it must be one of Player's" : null);

    private static string? NotNegative(string name, double value) =>
        value >= 0 && !double.IsInfinity(value) ? null : $"{name} is {Numbers.Literal(value)}; it must be at least 0 and finite";

    private static string? Decay(string name, double value) =>
        value is >= 0 and < 1 ? null : $"{name} is {Numbers.Literal(value)}; it must be in [0, 1)";
}
