using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>A generated game; its typed batches are wrapped and unwrapped by the delegates.</summary>
public sealed class GeneratedContender(
    IGan gan,
    IReadOnlyDictionary<string, Tensor> generatorState,
    IReadOnlyDictionary<string, Tensor> discriminatorState,
    Action<Tensor> step,
    Action<Tensor, Tensor, Tensor> stepOnGiven) : IContender
{
    public string Name => "generated";

    public IReadOnlyDictionary<string, Tensor> GeneratorState => generatorState;

    public IReadOnlyDictionary<string, Tensor> DiscriminatorState => discriminatorState;

    public void Step(Tensor reals) => step(reals);

    public void Step(Tensor reals, Tensor latents, Tensor shares) => stepOnGiven(reals, latents, shares);

    public void Dispose() => gan.Dispose();
}
