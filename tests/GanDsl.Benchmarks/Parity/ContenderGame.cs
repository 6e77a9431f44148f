using GanDsl.Benchmarks.Contenders;
using GanDsl.HandWritten;
using GanDsl.Parity;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Parity;

/// <summary>A contender as the comparison with a hand-written game needs it. Whoever made the contender disposes of it.</summary>
internal sealed class ContenderGame(IContender contender) : IPlayedGame
{
    public void Step(StepDraws draws) => contender.Step(draws.Reals, draws.Latents, draws.Interpolation);

    public IReadOnlyDictionary<string, Tensor> State() => Named(contender.GeneratorState, contender.DiscriminatorState);

    public IReadOnlyDictionary<string, Tensor> Gradients() => Named(contender.GeneratorGradients, contender.DiscriminatorGradients);

    public void Dispose()
    {
    }

    private static Dictionary<string, Tensor> Named(IReadOnlyDictionary<string, Tensor> generator, IReadOnlyDictionary<string, Tensor> discriminator) =>
        generator.Select(named => KeyValuePair.Create($"G.{named.Key}", named.Value))
            .Concat(discriminator.Select(named => KeyValuePair.Create($"D.{named.Key}", named.Value)))
            .Where(named => named.Value.is_floating_point())
            .ToDictionary();
}
