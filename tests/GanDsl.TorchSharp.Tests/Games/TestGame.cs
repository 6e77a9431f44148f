using GanDsl.HandWritten;
using GanDsl.Parity;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A generated game on libtorch, of any shapes and schedule, with its step on given latents over plain tensors.</summary>
internal sealed class TestGame : IPlayedGame
{
    private readonly Func<object>? labels;

    private TestGame(IGan gan, Func<object>? labels)
    {
        Gan = gan;
        this.labels = labels;
        Generator = (TorchNetwork)GeneratedGame.Member(gan, nameof(Generator))!;
        Discriminator = (TorchNetwork)GeneratedGame.Member(gan, nameof(Discriminator))!;
    }

    public IGan Gan { get; }

    public TorchNetwork Generator { get; }

    public TorchNetwork Discriminator { get; }

    /// <summary>A game of three classes; each step has the labels of <see cref="ConditionalPlayers"/>.</summary>
    public static TestGame Of<TLatent, TSample>(ConditionalTorchGan<TLatent, TSample, S3> gan, int count)
        where TLatent : struct, IShape
        where TSample : struct, IShape => new(gan, () => new Labels<S3>(ConditionalPlayers.Labels(count)));

    /// <summary>A game without classes, of one pair or of two.</summary>
    public static TestGame Of(IGan gan) => new(gan, labels: null);

    /// <summary>The step on all that it would draw; what the game does not need is not read.</summary>
    public void Step(StepDraws draws) => GeneratedGame.Step(
        Gan, draws, (type, drawn) => Activator.CreateInstance(type, drawn.alias())!,
        type => labels?.Invoke() ?? throw new InvalidOperationException($"The step takes {type}, which nothing gives."));

    /// <summary>The same, one by one.</summary>
    public void Step(Tensor reals, Tensor latents, Tensor generatorLatents, Tensor interpolation, Tensor perturbation) =>
        Step(new StepDraws(reals, latents, generatorLatents, interpolation, perturbation));

    /// <summary>Parameters and running statistics of all networks, and of G's average, by player and name: <c>G.0.weight</c>.</summary>
    public IReadOnlyDictionary<string, Tensor> State() =>
        GeneratedGame.Named<TorchNetwork>(
            Gan, [.. GeneratedGame.Trained, .. GeneratedGame.Averages], network => network.NamedParameters.Concat(network.NamedBuffers));

    /// <summary>The gradients of both players, by player and name.</summary>
    public IReadOnlyDictionary<string, Tensor> Gradients() => GeneratedGame.Named<TorchNetwork>(Gan, GeneratedGame.Trained, network => network.NamedGradients);

    public void Dispose() => Gan.Dispose();
}
