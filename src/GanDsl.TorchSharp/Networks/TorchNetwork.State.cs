using static TorchSharp.torch;

namespace GanDsl.Torch;

public abstract partial class TorchNetwork
{
    /// <inheritdoc/>
    public virtual IReadOnlyList<NamedTensor> State()
    {
        var state = new List<NamedTensor>();
        var layers = parameters.Select(parameter => StateOrder.Layer(parameter.Name)).Concat(statistics.Select(layer => layer.Prefix)).Distinct();
        foreach (var prefix in layers.OrderBy(prefix => prefix, StateOrder.ByLayer))
        {
            state.AddRange(parameters.Where(parameter => StateOrder.Layer(parameter.Name) == prefix).Select(parameter => ToHost(parameter.Name, parameter.Frozen)));
            foreach (var norm in spectralNorms.Where(norm => StateOrder.Layer(norm.Name) == prefix)) state.AddRange([ToHost($"{norm.Name}_u", norm.U), ToHost($"{norm.Name}_v", norm.V)]);
            if (statistics.Find(layer => layer.Prefix == prefix) is not { } buffers) continue;
            state.Add(ToHost($"{prefix}.running_mean", buffers.RunningMean));
            state.Add(ToHost($"{prefix}.running_var", buffers.RunningVar));
            state.Add(new NamedTensor($"{prefix}.num_batches_tracked", [], new TensorValues.Int64([buffers.BatchesTracked])));
        }

        return state;
    }

    /// <inheritdoc/>
    public virtual void Load(IReadOnlyList<NamedTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var given = StateCheck.ByName(State(), state);
        foreach (var parameter in parameters) FromHost(given[parameter.Name], parameter.Frozen);
        foreach (var norm in spectralNorms)
        {
            FromHost(given[$"{norm.Name}_u"], norm.U);
            FromHost(given[$"{norm.Name}_v"], norm.V);
        }

        foreach (var layer in statistics)
        {
            FromHost(given[$"{layer.Prefix}.running_mean"], layer.RunningMean);
            FromHost(given[$"{layer.Prefix}.running_var"], layer.RunningVar);
            layer.BatchesTracked = ((TensorValues.Int64)given[$"{layer.Prefix}.num_batches_tracked"].Values).Elements[0];
        }
    }

    /// <summary>Copies a flat tensor that has the layout of the parameters to host memory, under their names.</summary>
    internal virtual IReadOnlyList<NamedTensor> Read(Tensor flat) => [.. parameters.Select(parameter =>
    {
        using var view = parameter.ViewOf(flat);
        return ToHost(parameter.Name, view);
    })];

    /// <summary>Fills a flat tensor that has the layout of the parameters with what is given for each of their names.</summary>
    internal virtual void Write(Tensor flat, Func<string, NamedTensor> given)
    {
        foreach (var parameter in parameters)
        {
            using var view = parameter.ViewOf(flat);
            FromHost(given(parameter.Name), view);
        }
    }

    /// <summary>Takes over the running statistics and singular vectors of another network of the same layers.</summary>
    internal virtual void TakeStatistics(TorchNetwork other)
    {
        for (var i = 0; i < statistics.Count; i++)
        {
            statistics[i].RunningMean.copy_(other.statistics[i].RunningMean);
            statistics[i].RunningVar.copy_(other.statistics[i].RunningVar);
            statistics[i].BatchesTracked = other.statistics[i].BatchesTracked;
        }

        for (var i = 0; i < spectralNorms.Count; i++)
        {
            spectralNorms[i].U.copy_(other.spectralNorms[i].U);
            spectralNorms[i].V.copy_(other.spectralNorms[i].V);
        }
    }

    private static NamedTensor ToHost(string name, Tensor tensor) => new(name, tensor.shape, new TensorValues.Float32(HostMemory.Read(tensor)));

    private static void FromHost(NamedTensor source, Tensor target)
    {
        using var host = tensor(((TensorValues.Float32)source.Values).Elements, target.shape);
        target.copy_(host);
    }
}
