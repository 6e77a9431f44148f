using GanDsl.Torch;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>A generated game; its typed batches are wrapped and unwrapped by the delegates.</summary>
public sealed class GeneratedContender(
    IGan gan,
    TorchNetwork generator,
    TorchNetwork discriminator,
    Action<Tensor> step,
    Action<Tensor, Tensor, Tensor> stepOnGiven) : IContender
{
    public string Name => "generated";

    public IReadOnlyDictionary<string, Tensor> GeneratorState => Named(generator.NamedParameters.Concat(generator.NamedBuffers));

    public IReadOnlyDictionary<string, Tensor> DiscriminatorState => Named(discriminator.NamedParameters.Concat(discriminator.NamedBuffers));

    public IReadOnlyDictionary<string, Tensor> GeneratorGradients => Named(generator.NamedGradients);

    public IReadOnlyDictionary<string, Tensor> DiscriminatorGradients => Named(discriminator.NamedGradients);

    public void Step(Tensor reals) => step(reals);

    public void Step(Tensor reals, Tensor latents, Tensor shares) => stepOnGiven(reals, latents, shares);

    public void Dispose() => gan.Dispose();

    private static Dictionary<string, Tensor> Named(IEnumerable<(string Name, Tensor Value)> tensors) =>
        tensors.ToDictionary(named => named.Name, named => named.Value);
}
