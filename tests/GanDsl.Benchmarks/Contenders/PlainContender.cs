using GanDsl.HandWritten;
using TorchSharp;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>The hand-written baseline.</summary>
public sealed class PlainContender(PlainGan gan) : IContender
{
    public string Name => "plain TorchSharp";

    public IReadOnlyDictionary<string, Tensor> GeneratorState { get; } = gan.Players.Generator.state_dict();

    public IReadOnlyDictionary<string, Tensor> DiscriminatorState { get; } = gan.Players.Discriminator.state_dict();

    public void Step(Tensor reals)
    {
        using var latents = torch.randn(reals.shape[0], gan.Players.Latent);
        gan.Step(reals, latents);
    }

    public void Step(Tensor reals, Tensor latents) => gan.Step(reals, latents);

    public void Dispose() => gan.Dispose();
}
