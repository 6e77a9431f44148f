using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// The base of every generated network on libtorch: its parameters in one flat buffer, their gradients in another of the same layout,
/// its buffers, and the functions that its layers call (TorchNetwork.Layers.cs).
/// </summary>
public abstract partial class TorchNetwork : IPlayerNetwork, IDisposable
{
    private readonly TorchRandom random;
    private readonly bool ownsRandom;
    private readonly List<TorchParameter> parameters = [];
    private readonly List<BatchNormStatistics> statistics = [];
    private readonly List<SpectralNorm> spectralNorms = [];
    private readonly List<(double Value, Scalar Scalar)> numbers = [];
    private List<Tensor>? tracked;

    /// <summary>Allocates the flat buffers; the generated constructor fills them.</summary>
    /// <param name="random">Draws the parameters, and Dropout's masks later.</param>
    /// <param name="ownsRandom">Whether the network disposes the random numbers.</param>
    /// <param name="flatLength">The length of the flat buffers.</param>
    protected TorchNetwork(TorchRandom random, bool ownsRandom, long flatLength)
    {
        ArgumentNullException.ThrowIfNull(random);
        this.random = random;
        this.ownsRandom = ownsRandom;
        Flat = zeros(flatLength, dtype: ScalarType.Float32, device: random.Device).Keep();
        FlatGradient = zeros(flatLength, dtype: ScalarType.Float32, device: random.Device).Keep();
    }

    /// <summary>The network's device.</summary>
    public Device Device => random.Device;

    /// <summary>Every parameter one after the other, each at a multiple of 64 numbers; the gaps stay 0.</summary>
    public Tensor Flat { get; private set; }

    /// <summary>The gradients of the last backward pass, in the layout of <see cref="Flat"/>.</summary>
    public Tensor FlatGradient { get; private set; }

    /// <summary>The parameters by their names in torch.nn.Sequential. The tensors are the network's own: do not dispose them.</summary>
    public virtual IReadOnlyList<(string Name, Tensor Value)> NamedParameters => [.. parameters.Select(parameter => (parameter.Name, parameter.Frozen))];

    /// <summary>The gradients of the parameters by the parameters' names. The tensors are the network's own: do not dispose them.</summary>
    public virtual IReadOnlyList<(string Name, Tensor Value)> NamedGradients => [.. parameters.Select(parameter => (parameter.Name, parameter.Gradient))];

    /// <summary>The buffers by their names in torch.nn.Sequential, counters left out. The tensors are the network's own: do not dispose them.</summary>
    public virtual IReadOnlyList<(string Name, Tensor Value)> NamedBuffers =>
        [.. statistics.SelectMany(layer => new[] { ($"{layer.Prefix}.running_mean", layer.RunningMean), ($"{layer.Prefix}.running_var", layer.RunningVar) }),
            .. spectralNorms.SelectMany(norm => new[] { ($"{norm.Name}_u", norm.U), ($"{norm.Name}_v", norm.V) })];

    /// <summary>The parameters as autograd's leaves.</summary>
    internal IList<Tensor> Tracked => tracked ??= [.. parameters.Select(parameter => parameter.Tracked)];

    /// <summary>The layers over plain tensors, with the choice of what autograd records; Forward and the step call it.</summary>
    /// <param name="input">(N, …), of the network's input shape; not disposed.</param>
    /// <param name="mode">The layers' mode, and whether gradients flow to the parameters.</param>
    /// <exception cref="InvalidOperationException">The network has classes, and needs labels.</exception>
    public virtual Tensor Apply(Tensor input, ForwardMode mode) =>
        throw new InvalidOperationException($"{GetType().DeclaringType?.Name} has classes; pass labels, too: Apply(input, labels, pass).");

    /// <summary>The layers over plain tensors, in a network with classes.</summary>
    /// <param name="input">(N, …), of the network's input shape; not disposed.</param>
    /// <param name="labels">(N, classes), one-hot rows from <see cref="OneHot"/>; not disposed.</param>
    /// <param name="mode">The layers' mode, and whether gradients flow to the parameters.</param>
    /// <exception cref="InvalidOperationException">The network has no classes.</exception>
    public virtual Tensor Apply(Tensor input, Tensor labels, ForwardMode mode) =>
        throw new InvalidOperationException($"{GetType().DeclaringType?.Name} has no classes; pass no labels: Apply(input, pass).");

    /// <summary>Labels as one-hot rows, (N, classes), on the network's device. The caller disposes them.</summary>
    /// <param name="count">N, the number of samples.</param>
    /// <param name="labels">Their labels.</param>
    /// <exception cref="ArgumentException">There are not as many labels as samples.</exception>
    protected Tensor OneHot<TClasses>(int count, Labels<TClasses> labels)
        where TClasses : struct, IShape => HostMemory.Upload(labels.OneHot(count), Batch<TClasses>.Sizes(count), Device);

    /// <summary>Sets every gradient to 0.</summary>
    public void ZeroGradients() => FlatGradient.fill_(Number(0));

    /// <summary>
    /// Moves the parameters and their gradients into a part of larger buffers, of which the network's own are views from then on. No pass may have run before.
    /// </summary>
    internal void MoveInto(Tensor flat, Tensor gradient, long offset)
    {
        var (before, gradientBefore) = (Flat, FlatGradient);
        Flat = flat.narrow(0, offset, before.numel()).Keep();
        FlatGradient = gradient.narrow(0, offset, before.numel()).Keep();
        Flat.copy_(before);
        foreach (var parameter in parameters) parameter.MoveInto(Flat, FlatGradient);
        before.Dispose();
        gradientBefore.Dispose();
    }

    /// <summary>Releases the parameters, the gradients and the buffers.</summary>
    public void Dispose()
    {
        DisposeParts();
        foreach (var parameter in parameters) parameter.Dispose();
        foreach (var layer in statistics) layer.Dispose();
        foreach (var norm in spectralNorms) norm.Dispose();
        foreach (var (_, scalar) in numbers) scalar.Dispose();
        foreach (var (rows, columns) in filterMatrices.Values)
        {
            rows.Dispose();
            columns.Dispose();
        }

        ones?.Dispose();
        Flat.Dispose();
        FlatGradient.Dispose();
        if (ownsRandom) random.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the networks that this one consists of, if any.</summary>
    private protected virtual void DisposeParts()
    {
    }

    /// <summary>A parameter drawn from U(−bound, bound).</summary>
    protected TorchParameter Uniform(string name, long offset, long[] shape, double bound)
    {
        var parameter = Place(name, offset, shape);
        random.FillUniform(parameter.Frozen, bound);
        return parameter;
    }

    /// <summary>A parameter drawn from N(mean, std²).</summary>
    protected TorchParameter Normal(string name, long offset, long[] shape, double mean, double std)
    {
        var parameter = Place(name, offset, shape);
        random.FillNormal(parameter.Frozen, mean, std);
        return parameter;
    }

    /// <summary>A parameter of one value.</summary>
    protected TorchParameter Constant(string name, long offset, long[] shape, double value)
    {
        var parameter = Place(name, offset, shape);
        parameter.Frozen.fill_(Number(value));
        return parameter;
    }

    /// <summary>The running statistics of a BatchNorm layer: mean 0, variance 1.</summary>
    protected BatchNormStatistics Statistics(string prefix, long features)
    {
        var layer = new BatchNormStatistics(prefix, features, Device);
        statistics.Add(layer);
        return layer;
    }

    /// <summary>A layer's spectral norm: u and v drawn from N(0, 1) and divided by their norms.</summary>
    /// <param name="name">The weight's name without its suffix: <c>0.weight</c>.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="dimension">Which of its dimensions counts rows.</param>
    /// <param name="powerIterations">Iterations per pass.</param>
    /// <param name="eps">The least norm to divide by.</param>
    protected SpectralNorm Spectral(string name, TorchParameter weight, int dimension, int powerIterations, double eps)
    {
        ArgumentNullException.ThrowIfNull(weight);
        var norm = new SpectralNorm(name, weight, dimension, powerIterations, eps, random);
        spectralNorms.Add(norm);
        return norm;
    }

    /// <summary>The pass of a mode: gradients are recorded in train mode.</summary>
    protected static ForwardMode PassOf(Mode mode) => mode == Mode.Train ? ForwardMode.Train : ForwardMode.Evaluate;

    private TorchParameter Place(string name, long offset, long[] shape)
    {
        var parameter = new TorchParameter(name, Flat, FlatGradient, offset, shape);
        parameters.Add(parameter);
        return parameter;
    }
}
