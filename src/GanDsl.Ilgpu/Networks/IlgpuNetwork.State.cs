namespace GanDsl.Ilgpu;

/// <content>The parameters and buffers: initialised, read, loaded.</content>
public abstract partial class IlgpuNetwork
{
    private readonly List<StoredTensor> parameters = [];
    private readonly List<(string Prefix, StoredTensor Mean, StoredTensor Variance)> statistics = [];
    private readonly List<long> batchesTracked = [];
    private readonly List<StoredTensor> singularVectors = [];

    /// <inheritdoc/>
    public virtual IReadOnlyList<NamedTensor> State() => StateOrder.Sort(
        Read(Parameters),
        singularVectors.Select(vector => vector.Read(Memory, Statistics)),
        statistics.SelectMany((layer, i) => new[]
        {
            layer.Mean.Read(Memory, Statistics),
            layer.Variance.Read(Memory, Statistics),
            new NamedTensor($"{layer.Prefix}.num_batches_tracked", [], new TensorValues.Int64([batchesTracked[i]])),
        }));

    /// <inheritdoc/>
    public virtual void Load(IReadOnlyList<NamedTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var given = StateCheck.ByName(State(), state);
        Write(Parameters, name => given[name]);
        foreach (var vector in singularVectors) vector.Write(Memory, Statistics, given[vector.Name]);
        for (var i = 0; i < statistics.Count; i++)
        {
            var (prefix, mean, variance) = statistics[i];
            mean.Write(Memory, Statistics, given[mean.Name]);
            variance.Write(Memory, Statistics, given[variance.Name]);
            batchesTracked[i] = ((TensorValues.Int64)given[$"{prefix}.num_batches_tracked"].Values).Elements[0];
        }
    }

    /// <summary>Copies the gradients of the last update to host memory, under the parameters' names. Waits for the device.</summary>
    /// <exception cref="InvalidOperationException">The network is outside a game: nothing computes its gradients.</exception>
    public IReadOnlyList<NamedTensor> Gradients()
    {
        if (place.Gradients < 0) throw new InvalidOperationException("A network outside a game has no gradients; take it from a game.");
        return Read(place.Gradients);
    }

    /// <summary>Copies a range that has the layout of the parameters to host memory, under their names.</summary>
    internal virtual IReadOnlyList<NamedTensor> Read(long start) => [.. parameters.Select(parameter => parameter.Read(Memory, start))];

    /// <summary>Fills a range that has the layout of the parameters with the values for each of their names.</summary>
    internal virtual void Write(long start, Func<string, NamedTensor> given)
    {
        foreach (var parameter in parameters) parameter.Write(Memory, start, given(parameter.Name));
    }

    /// <summary>A parameter drawn from U(−bound, bound).</summary>
    protected void Uniform(string name, long offset, long[] shape, double bound) => Fill(name, offset, shape, values => Random.FillUniform(values, bound));

    /// <summary>A parameter drawn from N(mean, std²).</summary>
    protected void Normal(string name, long offset, long[] shape, double mean, double std) =>
        Fill(name, offset, shape, values => Random.FillNormal(values, mean, std));

    /// <summary>A parameter of one value.</summary>
    protected void Constant(string name, long offset, long[] shape, double value) => Fill(name, offset, shape, values => values.Fill((float)value));

    /// <summary>The running statistics of a BatchNorm layer: mean 0, variance 1.</summary>
    protected void Track(string prefix, long mean, long variance, long features)
    {
        var layer = (prefix, Mean: new StoredTensor($"{prefix}.running_mean", mean, [features]),
            Variance: new StoredTensor($"{prefix}.running_var", variance, [features]));
        var ones = new float[features];
        ones.AsSpan().Fill(1);
        Memory.Upload(Statistics + variance, ones);
        statistics.Add(layer);
        batchesTracked.Add(0);
    }

    /// <summary>A layer's spectral norm: u and v drawn from N(0, 1) and divided by their norms.</summary>
    /// <param name="weight">The weight's name without its suffix: <c>0.weight</c>.</param>
    /// <param name="u">Where u is.</param>
    /// <param name="v">Where v is.</param>
    /// <param name="rows">The length of u.</param>
    /// <param name="columns">The length of v.</param>
    /// <param name="eps">The least norm to divide by.</param>
    protected void Spectral(string weight, long u, long v, long rows, long columns, double eps)
    {
        Draw(new StoredTensor($"{weight}_u", u, [rows]));
        Draw(new StoredTensor($"{weight}_v", v, [columns]));

        void Draw(StoredTensor vector)
        {
            var values = new float[vector.Count];
            Random.FillNormal(values, 0, 1);
            var norm = Math.Max(Math.Sqrt(values.Sum(value => (double)value * value)), eps);
            for (var i = 0; i < values.Length; i++) values[i] = (float)(values[i] / norm);
            Memory.Upload(Statistics + vector.Offset, values);
            singularVectors.Add(vector);
        }
    }

    /// <summary>Counts batches that the running statistics have seen.</summary>
    internal virtual void CountBatches(int times)
    {
        for (var i = 0; i < batchesTracked.Count; i++) batchesTracked[i] += times;
    }

    /// <summary>Copies the count of batches from another network with the same layers.</summary>
    internal virtual void TakeCounters(IlgpuNetwork other)
    {
        for (var i = 0; i < batchesTracked.Count; i++) batchesTracked[i] = other.batchesTracked[i];
    }

    private delegate void Filler(Span<float> values);

    private void Fill(string name, long offset, long[] shape, Filler filler)
    {
        var parameter = new StoredTensor(name, offset, shape);
        var values = new float[parameter.Count];
        filler(values);
        Memory.Upload(Parameters + offset, values);
        parameters.Add(parameter);
    }
}
