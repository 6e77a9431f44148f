using TorchSharp;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>Moves weights between contenders by name, so that a race starts from one point.</summary>
public static class ContenderState
{
    public static void CopyFrom(this IContender target, IContender source)
    {
        Copy(source.GeneratorState, target.GeneratorState);
        Copy(source.DiscriminatorState, target.DiscriminatorState);
    }

    private static void Copy(IReadOnlyDictionary<string, Tensor> from, IReadOnlyDictionary<string, Tensor> to)
    {
        using var scope = torch.NewDisposeScope();
        using var untracked = torch.no_grad();
        foreach (var (name, value) in to)
        {
            // num_batches_tracked: no step reads it, and our side keeps it on the host.
            if (!value.is_floating_point()) continue;
            if (from.TryGetValue(name, out var source)) value.copy_(source);
            else throw new InvalidOperationException($"The other side has no tensor {name}; it has {string.Join(", ", from.Keys)}.");
        }
    }
}
