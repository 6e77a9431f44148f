using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// An optimiser over a player's flat buffers: one call over parameters, gradients and all of its state, for any number of layers.
/// The update is generated TorchScript.
/// </summary>
public sealed class FlatOptimizer : PlayerOptimizer, IDisposable
{
    private readonly TorchNetwork network;
    private readonly TorchFunction update;
    private readonly Tensor[] memory;
    private readonly Tensor? step;
    private readonly double[] values;
    private readonly Scalar?[] scalars;
    private readonly TorchArgument[] arguments;
    private readonly List<Tensor> numbersBeside = [];

    /// <summary>Creates an optimiser with empty state.</summary>
    /// <param name="network">The network to update.</param>
    /// <param name="script">
    /// The function <c>update</c> of the parameters, their gradients, each slot, the average if there is one, the number of updates before this one if it
    /// counts
    /// them, the numbers, and the weight of the average.
    /// </param>
    /// <param name="slots">The state of each parameter, by torch.optim's names.</param>
    /// <param name="counts">Whether the function counts its updates in a tensor.</param>
    /// <param name="rate">The learning rate of every update.</param>
    /// <param name="numbers">How many numbers change from update to update.</param>
    /// <param name="compute">Computes them.</param>
    /// <param name="average">The average of the parameters; null where there is none.</param>
    /// <param name="averaging">Its weight in each update.</param>
    public FlatOptimizer(
        TorchNetwork network,
        string script,
        string[] slots,
        bool counts,
        LearningRateCurve rate,
        int numbers,
        StepNumbers compute,
        TorchNetwork? average = null,
        Averaging? averaging = null)
        : base(slots, rate, compute, averaging)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        update = new TorchFunction(script, "update");
        memory = [.. slots.Select(_ => zeros_like(network.Flat).Keep())];
        step = counts ? zeros(1, dtype: ScalarType.Float32, device: network.Device).Keep() : null;
        values = new double[numbers + (average is null ? 0 : 1)];
        scalars = new Scalar?[values.Length];
        arguments = [network.Flat, network.FlatGradient, .. memory, .. average is null ? Array.Empty<TorchArgument>() : [average.Flat],
            .. step is null ? Array.Empty<TorchArgument>() : [step], .. new TorchArgument[values.Length]];
    }

    /// <summary>Its state on the device.</summary>
    internal IEnumerable<Tensor> Remembered => [.. memory, .. numbersBeside];

    /// <inheritdoc/>
    public override void Load(IReadOnlyList<NamedTensor> state)
    {
        base.Load(state);
        using Scalar updates = Updates;
        step?.fill_(updates);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var slot in memory) slot.Dispose();
        foreach (var scalar in scalars) scalar?.Dispose();
        step?.Dispose();
        foreach (var numbers in numbersBeside) numbers.Dispose();
    }

    /// <summary>Adds a few numbers to its state; it disposes them.</summary>
    internal void Remember(RememberedNumbers names, Tensor numbers)
    {
        numbersBeside.Add(numbers);
        Remember(names, () => HostMemory.Read(numbers), given =>
        {
            using var values = HostMemory.Upload(given, [names.Length], network.Device);
            numbers.copy_(values);
        });
    }

    private protected override void Update()
    {
        UpdateScalars();
        update.Call(arguments).Dispose();
        GC.KeepAlive(this);
    }

    private protected override IReadOnlyList<NamedTensor> ReadSlot(int number) => network.Read(memory[number]);

    private protected override void WriteSlot(int number, Func<string, NamedTensor> given) => network.Write(memory[number], given);

    // Our own scalars: those that TorchScript calls create from doubles can be finalised before the call has read them.
    private void UpdateScalars()
    {
        Span<double> next = stackalloc double[values.Length];
        SetNumbers(next);
        for (var i = 0; i < values.Length; i++)
        {
            if (scalars[i] is not null && next[i] == values[i]) continue;
            scalars[i]?.Dispose();
            values[i] = next[i];
            scalars[i] = next[i];
            arguments[arguments.Length - values.Length + i] = scalars[i]!;
        }
    }
}
