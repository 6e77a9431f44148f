using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// The probability with which D sees changed pictures, and the change of each: generated TorchScript formulas over numbers that never leave the device.
/// </summary>
internal sealed class Adaptation : IDisposable
{
    private readonly TorchFunction changes;
    private readonly TorchFunction follow;

    public Adaptation(float initial, string script, Device device)
    {
        changes = new TorchFunction(script, "changes");
        follow = new TorchFunction(script, "follow");
        State = HostMemory.Upload([initial, 0, 0, 0], [RememberedNumbers.Adaptation.Length], device).Keep();
    }

    /// <summary>p and its counts: <see cref="RememberedNumbers.Adaptation"/>.</summary>
    public Tensor State { get; }

    /// <summary>p. Waits for the device.</summary>
    public double Probability => HostMemory.Read(State)[0];

    /// <summary>The change of each picture; the caller disposes it.</summary>
    public Tensor Changes(Tensor draws) => changes.Call(draws, State);

    /// <summary>Adds a batch.</summary>
    /// <param name="right">How many reals D calls real.</param>
    /// <param name="logits">How many logits there are.</param>
    public void Follow(Tensor right, Tensor logits)
    {
        using var next = follow.Call(State, right, logits);
        State.copy_(next);
    }

    /// <inheritdoc/>
    public void Dispose() => State.Dispose();
}
