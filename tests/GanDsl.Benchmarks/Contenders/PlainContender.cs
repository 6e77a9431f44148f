using GanDsl.HandWritten;
using TorchSharp;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>The hand-written baseline.</summary>
public sealed class PlainContender(PlainGan gan) : IContender
{
    public string Name => gan.Game.Expert ? "expert" : "plain";

    public IReadOnlyDictionary<string, Tensor> GeneratorState { get; } = gan.Pair.Generator.state_dict();

    public IReadOnlyDictionary<string, Tensor> DiscriminatorState { get; } = gan.Pair.Discriminator.state_dict();

    public IReadOnlyDictionary<string, Tensor> GeneratorGradients => Gradients(gan.Pair.Generator);

    public IReadOnlyDictionary<string, Tensor> DiscriminatorGradients => Gradients(gan.Pair.Discriminator);

    public void Step(Tensor reals)
    {
        using var latents = torch.randn(reals.shape[0], gan.Pair.Latent);
        using var shares = gan.Game.GradientPenalty is null ? null : torch.rand(reals.shape[0], 1);
        gan.Step(reals, latents, interpolation: shares);
    }

    public void Step(Tensor reals, Tensor latents, Tensor shares) => gan.Step(reals, latents, interpolation: shares);

    public void Dispose() => gan.Dispose();

    private static Dictionary<string, Tensor> Gradients(nn.Module player) =>
        player.named_parameters().ToDictionary(named => named.name, named => named.parameter.grad!);
}
