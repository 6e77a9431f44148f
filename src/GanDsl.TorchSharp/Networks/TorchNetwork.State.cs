using static TorchSharp.torch;

namespace GanDsl.Torch;

public abstract partial class TorchNetwork
{
    /// <inheritdoc/>
    public virtual IReadOnlyList<NamedTensor> State() => StateOrder.Sort(
        parameters.Select(parameter => ToHost(parameter.Name, parameter.Frozen)),
        spectralNorms.SelectMany(norm => new[] { ToHost($"{norm.Name}_u", norm.U), ToHost($"{norm.Name}_v", norm.V) }),
        statistics.SelectMany(layer => new[]
        {
            ToHost($"{layer.Prefix}.running_mean", layer.RunningMean),
            ToHost($"{layer.Prefix}.running_var", layer.RunningVar),
            new NamedTensor($"{layer.Prefix}.num_batches_tracked", [], new TensorValues.Int64([layer.BatchesTracked])),
        }));

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

    /// <summary>Fills a flat tensor that has the layout of the parameters with the values for each of their names.</summary>
    internal virtual void Write(Tensor flat, Func<string, NamedTensor> given)
    {
        foreach (var parameter in parameters)
        {
            using var view = parameter.ViewOf(flat);
            FromHost(given(parameter.Name), view);
        }
    }

    /// <summary>Copies the running statistics and singular vectors of another network with the same layers.</summary>
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
