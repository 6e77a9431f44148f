using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// The threads of a step. Small ones run only on the calling thread: synchronising threads at the end of each matrix product costs more than it saves there.
/// Until this is disposed, libtorch uses no others; then as many as before.
/// </summary>
public readonly ref struct StepThreads
{
    /// <summary>
    /// The multiply-adds below which a step runs on one thread. On two cores a step of 12 million became a quarter faster, one of 500 million lost a third.
    /// </summary>
    public const long Small = 30_000_000;

    private readonly int before;

    internal StepThreads(Device device, long multiplyAdds)
    {
        if (multiplyAdds >= Small || device.type != TorchSharp.DeviceType.CPU) return;
        var threads = get_num_threads();
        if (threads == 1) return;
        before = threads;
        set_num_threads(1);
    }

    /// <summary>Restores libtorch's threads.</summary>
    public void Dispose()
    {
        if (before > 0) set_num_threads(before);
    }
}
