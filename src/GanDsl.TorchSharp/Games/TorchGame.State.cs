using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What only libtorch knows of a state: its random numbers, whether it is finite, and what to forget once another is loaded.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <inheritdoc cref="IGan.IsFinite"/>
    /// <remarks>One number is read: the sum of all. What is no number makes it none; where it is none, the state is looked at, since large numbers can have a sum that is too large.</remarks>
    public bool IsFinite()
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var networks = new[] { PlayingGenerator, PlayingDiscriminator, AverageOfGenerator }.OfType<TorchNetwork>();
        var remembered = networks.SelectMany(network => network.NamedBuffers.Select(buffer => buffer.Value).Append(network.Flat))
            .Concat(GeneratorOptimizer.Remembered)
            .Concat(DiscriminatorOptimizer.Remembered);
        var sum = stack([.. remembered.Where(tensor => tensor.is_floating_point()).Select(tensor => tensor.sum())]).sum();
        return float.IsFinite(sum.item<float>()) || GameState.IsFinite(State());
    }

    private protected override StatePart RandomState => StatePart.Tensor(StatePart.Random, random.State, random.Load);

    private protected override void Forget()
    {
        foreach (var pass in lastPasses) pass.Forget();
        Forget(ref realMargins);
        Forget(ref fakeMargins);
    }

    private static void Forget(ref Tensor? slot)
    {
        slot?.Dispose();
        slot = null;
    }
}
