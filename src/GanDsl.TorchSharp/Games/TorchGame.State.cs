using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>The parts of the state that are specific to libtorch: its random numbers, whether it is finite, and what to forget when another is
/// loaded.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <inheritdoc cref="IGan.IsFinite"/>
    /// <remarks>
    /// One number is read: the sum of all. NaN or infinity anywhere makes it not finite; then the whole state is checked, since the sum of large numbers can
    /// overflow.
    /// </remarks>
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
