using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>The probability with which D sees pictures changed, and what happens to each: formulas, generated in TorchScript, over numbers that never leave the device.</summary>
internal sealed class Adaptation : IDisposable
{
    // Equal games share compiled functions.
    private static readonly ConcurrentDictionary<string, Lazy<jit.CompilationUnit>> Units = new(StringComparer.Ordinal);

    private readonly jit.CompilationUnit unit;

    public Adaptation(float initial, string script, Device device)
    {
        unit = Units.GetOrAdd(script, text => new(() => jit.compile(text + "\n"))).Value;
        State = HostMemory.Upload([initial, 0, 0, 0], [RememberedNumbers.Adaptation.Length], device);
    }

    /// <summary>p and what it follows: <see cref="RememberedNumbers.Adaptation"/>.</summary>
    public Tensor State { get; }

    /// <summary>p. Waits for the device.</summary>
    public double Probability => HostMemory.Read(State)[0];

    /// <summary>What happens to each picture; the caller disposes it.</summary>
    public Tensor Changes(Tensor draws) => (Tensor)unit.invoke("changes", draws, State);

    /// <summary>Lets a batch in.</summary>
    /// <param name="right">How many reals D calls real.</param>
    /// <param name="judged">How many it judges.</param>
    public void Follow(Tensor right, Tensor judged)
    {
        using var next = (Tensor)unit.invoke("follow", State, right, judged);
        State.copy_(next);
    }

    /// <inheritdoc/>
    public void Dispose() => State.Dispose();
}
