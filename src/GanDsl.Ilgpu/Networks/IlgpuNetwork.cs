namespace GanDsl.Ilgpu;

/// <summary>
/// The base of every generated network on our own kernels: its parameters in one flat buffer of device memory, its statistics, and the running of its passes.
/// </summary>
public abstract partial class IlgpuNetwork : IPlayerNetwork, IDisposable
{
    private readonly NetworkMemory place;
    private readonly Launcher launcher;

    /// <summary>Takes its range of memory; the generated constructor fills it.</summary>
    /// <param name="memory">The memory of the parameters.</param>
    /// <param name="random">Draws the parameters, and Dropout's masks later.</param>
    protected IlgpuNetwork(NetworkMemory memory, IlgpuRandom random)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(random);
        place = memory;
        Random = random;
        launcher = new Launcher(Memory, random);
    }

    /// <summary>The network's device.</summary>
    public ComputeDevice Device => Memory.Device;

    /// <summary>All of the memory that its kernels work in.</summary>
    protected DeviceMemory Memory => place.Memory;

    /// <summary>The random numbers of Dropout.</summary>
    protected IlgpuRandom Random { get; }

    /// <summary>Where the parameters begin.</summary>
    protected long Parameters => place.Parameters;

    /// <summary>Where the running statistics begin.</summary>
    protected long Statistics => place.Statistics;

    /// <summary>Where N is.</summary>
    protected long BatchSize => place.Numbers.Offset;

    /// <summary>Where 1/N is.</summary>
    protected long BatchShare => place.Numbers.Offset + 1;

    /// <summary>Releases the network's memory, unless a game owns it.</summary>
    public void Dispose()
    {
        if (place.OwnsMemory) Memory.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Labels as one-hot rows, (N, classes) row by row.</summary>
    /// <param name="count">N, the number of samples.</param>
    /// <param name="labels">Their labels.</param>
    /// <exception cref="ArgumentException">There are not as many labels as samples.</exception>
    protected static float[] OneHot<TClasses>(int count, Labels<TClasses> labels)
        where TClasses : struct, IShape => labels.OneHot(count);

    /// <summary>Loads the kernels of a pass; each is compiled when it is first launched.</summary>
    /// <param name="launches">Queues the pass's launches for N samples.</param>
    protected void LoadKernels(Action<Launcher, long> launches) => launcher.Load(run => launches(run, 1));

    /// <summary>Runs a pass: copies the batch in, queues the launches, copies the result out.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="pass">The pass's workspace, and what is where in it.</param>
    /// <param name="launches">Queues the launches for N samples.</param>
    /// <param name="training">Whether the pass trains: BatchNorm's counters then increase.</param>
    /// <param name="leastBatch">The smallest N of the pass.</param>
    /// <param name="oneHot">The labels from <see cref="OneHot"/>; null in a network without.</param>
    /// <param name="sources">Copies the sources, from <see cref="Copying"/>; null in a network without them.</param>
    /// <returns>The result; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The batch is smaller than <paramref name="leastBatch"/>.</exception>
    protected Batch<TOutput> Run<TInput, TOutput>(
        Batch<TInput> batch,
        NetworkPass pass,
        Action<Launcher, long> launches,
        bool training = false,
        int leastBatch = 1,
        float[]? oneHot = null,
        Action<long>? sources = null)
        where TInput : struct, IShape
        where TOutput : struct, IShape
    {
        ArgumentNullException.ThrowIfNull(launches);
        var count = batch.Count;
        BatchSizes.Check(count, leastBatch, nameof(batch));
        Memory.Reserve(new PassWorkspace(pass.FixedLength, pass.LengthPerSample, pass.LargestPerSample).For(count));
        place.Numbers.Set(count);
        var samples = Memory.Workspace + pass.FixedLength;
        Memory.CopyFrom(samples + (count * pass.Input), batch);
        if (oneHot is not null) Memory.Upload(samples + (count * pass.Labels), oneHot);
        sources?.Invoke(samples);
        launches(launcher, count);
        if (training) CountBatches(1);

        return Copied<TOutput>(count, pass, pass.Output);
    }

    /// <summary>Copies sources to their place in the workspace's part for samples.</summary>
    /// <param name="sources">One for each sample.</param>
    /// <param name="count">N.</param>
    /// <param name="place">Where they go, as an offset times N.</param>
    /// <exception cref="ArgumentException">There are not as many sources as samples.</exception>
    protected Action<long> Copying<TSource>(Batch<TSource> sources, int count, long place)
        where TSource : struct, IShape
    {
        if (sources.Count != count) throw PairErrors.OtherCount(count, sources.Count);
        return samples => Memory.CopyFrom(samples + (count * place), sources);
    }

    /// <summary>The last pass's result at an offset; the caller disposes it.</summary>
    /// <param name="count">N.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="output">The offset, times N.</param>
    protected Batch<TOutput> Copied<TOutput>(int count, NetworkPass pass, long output)
        where TOutput : struct, IShape
    {
        var result = new Batch<TOutput>(count, Device);
        Memory.CopyTo(Memory.Workspace + pass.FixedLength + (count * output), result);
        return result;
    }
}
