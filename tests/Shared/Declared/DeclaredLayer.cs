using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>
/// The weights of one layer, made where its first input meets it, and as the layer reads them: divided by their largest singular value, or scaled. A weight is
/// NaN until it is given, so that
/// one that was forgotten shows.
/// </summary>
internal sealed class DeclaredLayer(SpectralNormAttribute? spectral, EqualizedLearningRateAttribute? rate, ScalarType type) : Module(nameof(DeclaredLayer))
{
    /// <summary>The weight of a contraction.</summary>
    /// <param name="name">Its name in the layer.</param>
    /// <param name="shape">PyTorch's layout.</param>
    /// <param name="fanIn">How many products it goes into for a number of the output.</param>
    /// <param name="outputs">The dimension that counts outputs, the rows of the matrix that spectral norm reads.</param>
    public Tensor Weight(string name, long[] shape, long fanIn, int outputs = 0) =>
        rate is not null ? Other(name, shape) * (rate.Multiplier / Math.Sqrt(fanIn)) : Divided(name, shape, outputs);

    /// <summary>A table that labels look rows up in, in a layer that contracts: its rate is never equalized.</summary>
    public Tensor Table(string name, params long[] shape) => Divided(name, shape, outputs: 0);

    /// <summary>The bias of a contraction.</summary>
    public Tensor Bias(long count) => rate is null ? Other("bias", count) : Other("bias", count) * rate.Multiplier;

    /// <summary>A parameter that is read as it is.</summary>
    public Tensor Other(string name, params long[] shape)
    {
        if (get_parameter(name) is { } known)
        {
            return known.shape.SequenceEqual(shape) ? known : throw new InvalidOperationException($"{name} has another shape than in the pass before.");
        }

        register_parameter(name, new Parameter(full(shape, double.NaN, type).DetachFromDisposeScope()));
        return get_parameter(name)!;
    }

    /// <summary>A part of the layer whose weights have names of their own: <c>affine.weight</c>.</summary>
    public DeclaredLayer Part(string name)
    {
        if (named_children().FirstOrDefault(child => child.name == name).module is DeclaredLayer known) return known;
        var part = new DeclaredLayer(spectral, rate, type);
        part.train(training);
        register_module(name, part);
        return part;
    }

    /// <summary>Running statistics of mean 0 and variance 1, and how many batches they have seen.</summary>
    public (Tensor Mean, Tensor Variance, Tensor Batches) Statistics(long channels) => (
        Buffer("running_mean", () => zeros(channels, type)),
        Buffer("running_var", () => ones(channels, type)),
        Buffer("num_batches_tracked", () => zeros([], ScalarType.Int64)));

    private Tensor Divided(string name, long[] shape, int outputs)
    {
        if (spectral is null) return Other(name, shape);
        var rows = shape[outputs];
        Other($"{name}_orig", shape);
        Buffer($"{name}_u", () => full(rows, double.NaN, type));
        Buffer($"{name}_v", () => full(shape.Aggregate(1L, (product, size) => product * size) / rows, double.NaN, type));
        return PlainSpectral.Divided(this, name, outputs, spectral.PowerIterations, spectral.Eps);
    }

    private Tensor Buffer(string name, Func<Tensor> begin)
    {
        if (get_buffer(name) is { } known) return known;
        register_buffer(name, begin().DetachFromDisposeScope());
        return get_buffer(name)!;
    }
}
