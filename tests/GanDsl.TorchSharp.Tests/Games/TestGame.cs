using System.Reflection;
using GanDsl.HandWritten;
using GanDsl.Parity;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A generated game of any shapes and schedule, with its step on given latents over plain tensors.</summary>
internal sealed class TestGame : IPlayedGame
{
    private static readonly string[] Augmentations = ["realAugmentation", "fakeAugmentation", "generatorAugmentation"];

    private readonly Action<IReadOnlyDictionary<string, Tensor>> step;

    private TestGame(IGan gan, Action<IReadOnlyDictionary<string, Tensor>> step)
    {
        Gan = gan;
        this.step = step;
        Generator = (TorchNetwork)gan.GetType().GetProperty("Generator")!.GetValue(gan)!;
        Discriminator = (TorchNetwork)gan.GetType().GetProperty("Discriminator")!.GetValue(gan)!;
        Average = (TorchNetwork?)gan.GetType().GetProperty("AverageGenerator")?.GetValue(gan);
    }

    public IGan Gan { get; }

    public TorchNetwork Generator { get; }

    public TorchNetwork Discriminator { get; }

    /// <summary>G's average, where there is one.</summary>
    public TorchNetwork? Average { get; }

    public static TestGame Of<TLatent, TSample>(TorchGan<TLatent, TSample> gan)
        where TLatent : struct, IShape
        where TSample : struct, IShape => Of((IGan)gan);

    /// <summary>A game of three classes; each step has the labels of <see cref="ConditionalPlayers"/>.</summary>
    public static TestGame Of<TLatent, TSample>(ConditionalTorchGan<TLatent, TSample, S3> gan, int count)
        where TLatent : struct, IShape
        where TSample : struct, IShape => Of(gan, parameters: 2, _ => new Labels<S3>(ConditionalPlayers.Labels(count)));

    /// <summary>A game on libtorch whose shapes are not known here.</summary>
    public static TestGame Of(IGan gan) => Of(gan, parameters: 1, parameter => throw new InvalidOperationException(parameter));

    private static TestGame Of(IGan gan, int parameters, Func<string, object> other)
    {
        // The class that is declared emits this overload for itself, with what its schedule and regularisers draw.
        var onGiven = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name == "Step" && method.GetParameters().Length > parameters)
            .MaxBy(method => method.GetParameters().Length)!;
        var given = onGiven.GetParameters();
        return new TestGame(gan, drawn =>
        {
            var batches = given.Select(parameter => drawn.TryGetValue(parameter.Name!, out var tensor) ? Activator.CreateInstance(parameter.ParameterType, tensor) : other(parameter.Name!)).ToArray();
            onGiven.Invoke(gan, BindingFlags.DoNotWrapExceptions, binder: null, batches, culture: null);
        });
    }

    /// <summary>The step on all that it would draw; what the game does not need is not read.</summary>
    public void Step(StepDraws draws)
    {
        var given = new Dictionary<string, Tensor>
        {
            ["reals"] = draws.Reals,
            ["latents"] = draws.Latents,
            ["sources"] = draws.Latents,
            ["generatorLatents"] = draws.GeneratorLatents,
            ["interpolation"] = draws.Interpolation,
            ["perturbation"] = draws.Perturbation,
        };
        for (var i = 0; i < draws.Augmentations.Count; i++) given.Add(Augmentations[i], draws.Augmentations[i]);
        step(given);
    }

    /// <summary>The same, one by one.</summary>
    public void Step(Tensor reals, Tensor latents, Tensor generatorLatents, Tensor interpolation, Tensor perturbation) =>
        Step(new StepDraws(reals, latents, generatorLatents, interpolation, perturbation));

    /// <summary>Parameters and running statistics of both players, and of G's average, by player and name: <c>G.0.weight</c>.</summary>
    public IReadOnlyDictionary<string, Tensor> State() =>
        Named("G", Generator).Concat(Named("D", Discriminator)).Concat(Average is null ? [] : Named("AverageG", Average)).ToDictionary(tensor => tensor.Name, tensor => tensor.Value);

    /// <summary>The gradients of both players, by player and name.</summary>
    public IReadOnlyDictionary<string, Tensor> Gradients() => new[] { ("G", Generator), ("D", Discriminator) }
        .SelectMany(player => player.Item2.NamedGradients.Select(gradient => ($"{player.Item1}.{gradient.Name}", gradient.Value)))
        .ToDictionary(named => named.Item1, named => named.Value);

    public void Dispose() => Gan.Dispose();

    private static IEnumerable<(string Name, Tensor Value)> Named(string player, TorchNetwork network) =>
        network.NamedParameters.Concat(network.NamedBuffers).Select(tensor => ($"{player}.{tensor.Name}", tensor.Value));
}
