using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.HandWritten;

/// <summary>What players minimise, as the papers write it over D's logits; f-divergences as a = f′(eˡ) and b = f*(a), which autograd differentiates.</summary>
public static class PlainObjectives
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> A, Func<Tensor, Tensor> B)> Divergences = new()
    {
        ["KL"] = (l => l + 1, l => l.exp()),
        ["ReverseKL"] = (l => -(-l).exp(), l => l - 1),
        ["Jeffreys"] = (l => l + 1 - (-l).exp(), l => l.exp() - 1 + l),
        ["PearsonChi2"] = (l => 2 * (l.exp() - 1), l => (2 * l).exp() - 1),
        ["NeymanChi2"] = (l => 1 - (-2 * l).exp(), l => 2 - (2 * (-l).exp())),
        ["SquaredHellinger"] = (l => 1 - (-l / 2).exp(), l => (l / 2).exp() - 1),
        ["JensenShannon"] = (l => Math.Log(2) - softplus(-l), l => softplus(l) - Math.Log(2)),
        ["Gan"] = (l => -softplus(-l), l => softplus(l)),
        ["LeCam"] = (l => 1 - (4 * (-l).sigmoid().square()), l => 3 + (4 * (-l).sigmoid().square()) - (8 * (-l).sigmoid())),
        ["TotalVariation"] = (l => tanh(l) / 2, l => tanh(l) / 2),

        // α = 0.3: f′ = (u^(α−1) − 1)/(α − 1), f* ∘ f′ = (u^α − 1)/α.
        ["Custom"] = (l => ((-0.7 * l).exp() - 1) / -0.7, l => ((0.3 * l).exp() - 1) / 0.3),
    };

    public static PlainLosses Minimax => new(Known, (_, f) => -softplus(f).mean());

    public static PlainLosses Hinge => new((r, f) => relu(1 - r).mean() + relu(1 + f).mean(), (_, f) => -f.mean());

    public static PlainLosses Critic => new((r, f) => f.mean() - r.mean(), (_, f) => -f.mean());

    public static PlainLosses Paired => new((r, f) => softplus(-(r - f)).mean(), (r, f) => softplus(-(f - r)).mean());

    public static PlainLosses Averaged => new(
        (r, f) => softplus(-(r - f.mean())).mean() + softplus(f - r.mean()).mean(),
        (r, f) => softplus(-(f - r.mean())).mean() + softplus(r - f.mean()).mean());

    /// <param name="smoothing">What D is to doubt reals by.</param>
    public static PlainLosses NonSaturating(double smoothing = 0) => new(
        smoothing == 0 ? Known : (r, f) => ((1 - smoothing) * softplus(-r).mean()) + (smoothing * softplus(r).mean()) + softplus(f).mean(),
        (_, f) => softplus(-f).mean());

    public static PlainLosses Squares(double a, double b, double c) =>
        new((r, f) => ((r - b).square().mean() + (f - a).square().mean()) / 2, (_, f) => (f - c).square().mean() / 2);

    /// <param name="name">The name of a divergence; <c>Custom</c> is the alpha-divergence of 0.3.</param>
    /// <param name="saturating">Whether G minimises −b.</param>
    public static PlainLosses Divergence(string name, bool saturating)
    {
        var (a, b) = Divergences[name];
        return new((r, f) => b(f).mean() - a(r).mean(), saturating ? (_, f) => -b(f).mean() : (_, f) => -a(f).mean());
    }

    private static Tensor Known(Tensor onReals, Tensor onFakes) => softplus(-onReals).mean() + softplus(onFakes).mean();
}
