using System.Reflection;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A generated game of any shapes and schedule, with its step on given latents over plain tensors.</summary>
internal sealed class TestGame : IDisposable
{
    private readonly Action<Tensor, Tensor, Tensor, Tensor> step;

    private TestGame(IGan gan, Action<Tensor, Tensor, Tensor, Tensor> step)
    {
        Gan = gan;
        this.step = step;
        Generator = (TorchNetwork)gan.GetType().GetProperty("Generator")!.GetValue(gan)!;
        Discriminator = (TorchNetwork)gan.GetType().GetProperty("Discriminator")!.GetValue(gan)!;
    }

    public IGan Gan { get; }

    public TorchNetwork Generator { get; }

    public TorchNetwork Discriminator { get; }

    public static TestGame Of<TLatent, TSample>(TorchGan<TLatent, TSample> gan)
        where TLatent : struct, IShape
        where TSample : struct, IShape
    {
        // The class that is declared emits this overload for itself, with a third batch where the noise is fresh, and the shares where D is penalised between reals and fakes.
        var onGiven = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Single(method => method.Name == "Step" && method.GetParameters().Length > 1);
        var names = onGiven.GetParameters().Select(parameter => parameter.Name).ToList();
        return new TestGame(gan, (names.Contains("generatorLatents"), names.Contains("interpolation")) switch
        {
            (false, false) => Reused(onGiven.CreateDelegate<Action<Batch<TSample>, Batch<TLatent>>>(gan)),
            (true, false) => Fresh(onGiven.CreateDelegate<Action<Batch<TSample>, Batch<TLatent>, Batch<TLatent>>>(gan)),
            (false, true) => ReusedAndMixed(onGiven.CreateDelegate<Action<Batch<TSample>, Batch<TLatent>, Batch<S1>>>(gan)),
            (true, true) => FreshAndMixed(onGiven.CreateDelegate<Action<Batch<TSample>, Batch<TLatent>, Batch<TLatent>, Batch<S1>>>(gan)),
        });

        static Action<Tensor, Tensor, Tensor, Tensor> Reused(Action<Batch<TSample>, Batch<TLatent>> step) =>
            (reals, latents, _, _) => step(new(reals), new(latents));

        static Action<Tensor, Tensor, Tensor, Tensor> Fresh(Action<Batch<TSample>, Batch<TLatent>, Batch<TLatent>> step) =>
            (reals, latents, generatorLatents, _) => step(new(reals), new(latents), new(generatorLatents));

        static Action<Tensor, Tensor, Tensor, Tensor> ReusedAndMixed(Action<Batch<TSample>, Batch<TLatent>, Batch<S1>> step) =>
            (reals, latents, _, interpolation) => step(new(reals), new(latents), new(interpolation));

        static Action<Tensor, Tensor, Tensor, Tensor> FreshAndMixed(Action<Batch<TSample>, Batch<TLatent>, Batch<TLatent>, Batch<S1>> step) =>
            (reals, latents, generatorLatents, interpolation) => step(new(reals), new(latents), new(generatorLatents), new(interpolation));
    }

    /// <summary>The step on given latents and shares; those of G's own move are read only where the noise is fresh, shares where D is penalised between reals and fakes.</summary>
    public void Step(Tensor reals, Tensor latents, Tensor generatorLatents, Tensor interpolation) => step(reals, latents, generatorLatents, interpolation);

    /// <summary>Parameters and running statistics of both players, by player and name: <c>G.0.weight</c>.</summary>
    public IReadOnlyDictionary<string, Tensor> State() =>
        Named("G", Generator).Concat(Named("D", Discriminator)).ToDictionary(tensor => tensor.Name, tensor => tensor.Value);

    public void Dispose() => Gan.Dispose();

    private static IEnumerable<(string Name, Tensor Value)> Named(string player, TorchNetwork network) =>
        network.NamedParameters.Concat(network.NamedBuffers).Select(tensor => ($"{player}.{tensor.Name}", tensor.Value));
}
