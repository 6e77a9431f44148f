using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>A player of a hand-written game: its networks, and what moves them.</summary>
/// <param name="Networks">Its networks, each with what stands before its tensors' names: <c>G</c>.</param>
/// <param name="Optimizer">Makes the optimiser of all of them.</param>
/// <param name="ClipGradient">What the norm of its gradient is clipped to before its update, or null.</param>
/// <param name="WeightClip">What its parameters are clamped to after its updates, or null.</param>
public sealed record PlainPlayer(
    IReadOnlyList<(string Prefix, nn.Module Network)> Networks, PlainOptimizer Optimizer, double? ClipGradient = null, double? WeightClip = null)
{
    public PlainPlayer(string prefix, nn.Module network, PlainOptimizer optimizer, double? clipGradient = null, double? weightClip = null)
        : this([(prefix, network)], optimizer, clipGradient, weightClip)
    {
    }

    /// <summary>The learning rate of each update, counted from 0; null where it stays.</summary>
    public Func<long, double>? Rate { get; init; }

    /// <summary>What it learns: <c>G.0.weight</c>.</summary>
    public IEnumerable<(string Name, Parameter Value)> Parameters =>
        Networks.SelectMany(part => part.Network.named_parameters().Select(named => ($"{part.Prefix}.{named.name}", named.parameter)));

    /// <summary>What it remembers of its passes: <c>G.1.running_mean</c>. Counters are left out: no step reads them.</summary>
    public IEnumerable<(string Name, Tensor Value)> Statistics =>
        Networks.SelectMany(part =>
            part.Network.named_buffers().Where(named => named.buffer.is_floating_point()).Select(named => ($"{part.Prefix}.{named.name}", named.buffer)));
}
