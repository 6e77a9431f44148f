using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu;

/// <summary>
/// What a generated list of launches calls: one method for each operation, which queues the operation's kernels and returns where the result is. Addresses and
/// counts are in numbers (float32) of one memory. A kernel is compiled when it is first launched.
/// </summary>
/// <remarks>
/// Type parameters are the structs that a kernel is specialised by: sizes, and expressions over operands A to H, which <c>operands</c> lists in this order.
/// </remarks>
public sealed partial class Launcher
{
    private readonly DeviceMemory memory;
    private readonly IlgpuRandom random;

    // By the delegates of methods, which the compiler makes once for each specialisation.
    private readonly Dictionary<Delegate, object> kernels = new(ReferenceEqualityComparer.Instance);

    // While kernels are loaded: which of two branches is taken; and whether there was one.
    private bool? loaded;
    private bool branched;

    /// <summary>Creates a launcher.</summary>
    /// <param name="memory">The memory that addresses are in.</param>
    /// <param name="random">Numbers the draws.</param>
    internal Launcher(DeviceMemory memory, IlgpuRandom random) => (this.memory, this.random) = (memory, random);

    /// <summary>Loads the kernels of a list of launches, of both branches where it has some, and runs nothing.</summary>
    /// <param name="launches">The list.</param>
    internal void Load(Action<Launcher> launches)
    {
        try
        {
            (loaded, branched) = (true, false);
            launches(this);
            loaded = false;
            if (branched) launches(this);
        }
        finally
        {
            loaded = null;
        }
    }

    /// <summary>Whether kernels are loaded, and nothing else may happen.</summary>
    internal bool IsLoading => loaded is not null;

    private ComputeDevice Device => memory.Device;

    /// <summary>Which of two lists of launches runs.</summary>
    /// <param name="isDue">Whether it is the first.</param>
    public bool Takes(bool isDue)
    {
        branched = true;
        return loaded ?? isDue;
    }

    /// <summary>Applies an expression to every element of a value, whatever its shape. PyTorch equivalent: elementwise arithmetic.</summary>
    /// <param name="count">The elements.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="to">Where the result goes; it may be an operand, element by element.</param>
    public long Map<TMap>(long count, ReadOnlySpan<long> operands, long to)
        where TMap : struct, IMap => Map<OneNumber, TMap>(count, operands, to);

    /// <summary>Applies an expression that depends on the channel or the sample to every element of a value (batch, channels, pixels).</summary>
    /// <param name="batch">The samples; 1 for a value without a batch.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="to">Where the result goes; it may be an operand, element by element.</param>
    public long Map<TExtent, TMap>(long batch, ReadOnlySpan<long> operands, long to)
        where TExtent : struct, IExtent
        where TMap : struct, IMap
    {
        var count = Count(batch * TExtent.Channels * TExtent.Pixels);
        var items = Device.Items(count);
        Launch(MapKernels.Map<TExtent, TMap>, items, new MapArguments(memory.View, output: to, count: count, items: items, operands: Operands(operands)));
        return to;
    }

    /// <summary>Computes a few numbers of each sample, line by line.</summary>
    /// <param name="batch">The samples; 1 for numbers without a batch.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="to">Where the results go, those of a sample behind one another.</param>
    public long Compute<TFormulas>(long batch, ReadOnlySpan<long> operands, long to)
        where TFormulas : struct, IFormulas
    {
        var count = Count(batch);
        var items = Device.Items(count);
        Launch(FormulaKernels.Compute<TFormulas>, items, new MapArguments(memory.View, to, count, items, Operands(operands)));
        return to;
    }

    /// <summary>Copies numbers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="source">Where they are.</param>
    /// <param name="to">Where they go.</param>
    public long Copy(long count, long source, long to)
    {
        var items = Device.Items(count);
        Launch(CopyKernels.Copy, items, new CopyArguments(memory.View, source: source, target: to, count: Count(count), items: items));
        return to;
    }

    /// <summary>Copies a part of each sample: some channels of it.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="source">Where the first sample's part is.</param>
    /// <param name="sourceStride">From one sample to the next there.</param>
    /// <param name="width">The part's numbers.</param>
    /// <param name="targetStride">From one sample to the next where they go.</param>
    /// <param name="to">Where the first sample's part goes.</param>
    public long CopyPart(long batch, long source, int sourceStride, int width, int targetStride, long to)
    {
        var count = Count(batch * width);
        var items = Device.Items(count);
        Launch(PartKernels.Copy, items, new PartArguments(memory.View, source, sourceStride, target: to, targetStride, width, count, items));
        return to;
    }

    /// <summary>The mean over groups of samples: n, n + N/G, n + 2N/G, …</summary>
    /// <param name="batch">N.</param>
    /// <param name="width">The numbers of a sample.</param>
    /// <param name="most">G is the largest divisor of N up to this.</param>
    /// <param name="input">The samples.</param>
    /// <param name="to">Where the means go.</param>
    public long GroupMean(long batch, int width, int most, long input, long to)
    {
        var items = Device.Items(batch * width);
        var (samples, group) = (Count(batch), SampleGroups.Size(Count(batch), most));
        Launch(GroupKernels.Mean, items, new GroupArguments(memory.View, input, output: to, batch: samples, group: group, width: width, items: items));
        return to;
    }

    private static int Count(long elements) => checked((int)elements);

    private Operands Operands(ReadOnlySpan<long> addresses)
    {
        return new Operands(memory.View, At(0, addresses), At(1, addresses), At(2, addresses), At(3, addresses), At(4, addresses), At(5, addresses),
            At(6, addresses), At(7, addresses));

        static long At(int operand, ReadOnlySpan<long> addresses) => operand < addresses.Length ? addresses[operand] : 0;
    }

    private void Launch<TArguments>(Action<Index1D, TArguments> method, int items, TArguments arguments)
        where TArguments : struct
    {
        if (!kernels.TryGetValue(method, out var kernel)) kernels.Add(method, kernel = Device.Load(method));
        if (!IsLoading) ((Kernel<TArguments>)kernel).Launch(items, arguments);
    }
}
