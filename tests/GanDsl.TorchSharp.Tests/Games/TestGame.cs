using System.Reflection;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A generated game of any shapes and schedule, with its step on given latents over plain tensors.</summary>
internal sealed class TestGame : IDisposable
{
    private readonly Action<Tensor, Tensor, Tensor> step;

    private TestGame(IGan gan, Action<Tensor, Tensor, Tensor> step)
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
        // The class that is declared emits this overload for itself, with a third batch where the noise is fresh.
        var onGiven = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Single(method => method.Name == "Step" && method.GetParameters().Length > 1);
        if (onGiven.GetParameters().Length == 2)
        {
            var reused = onGiven.CreateDelegate<Action<Batch<TSample>, Batch<TLatent>>>(gan);
            return new TestGame(gan, (reals, latents, _) => reused(new(reals), new(latents)));
        }

        var fresh = onGiven.CreateDelegate<Action<Batch<TSample>, Batch<TLatent>, Batch<TLatent>>>(gan);
        return new TestGame(gan, (reals, latents, generatorLatents) => fresh(new(reals), new(latents), new(generatorLatents)));
    }

    /// <summary>The step on given latents; those of G's own move are read only where the noise is fresh.</summary>
    public void Step(Tensor reals, Tensor latents, Tensor generatorLatents) => step(reals, latents, generatorLatents);

    /// <summary>Parameters and running statistics of both players, by player and name: <c>G.0.weight</c>.</summary>
    public IReadOnlyDictionary<string, Tensor> State() =>
        Named("G", Generator).Concat(Named("D", Discriminator)).ToDictionary(tensor => tensor.Name, tensor => tensor.Value);

    public void Dispose() => Gan.Dispose();

    private static IEnumerable<(string Name, Tensor Value)> Named(string player, TorchNetwork network) =>
        network.NamedParameters.Concat(network.NamedBuffers).Select(tensor => ($"{player}.{tensor.Name}", tensor.Value));
}
