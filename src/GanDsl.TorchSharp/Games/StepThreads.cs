using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// The threads of a step. Small ones run on the calling thread alone: a team's meeting at the end of each matrix product costs more than it saves there.
/// Until this is disposed, libtorch takes no others; then as many as before.
/// </summary>
public readonly ref struct StepThreads
{
    /// <summary>
    /// The multiply-adds below which a step runs on one thread. On two cores a step of 12 million gained a quarter by it, one of 500 million lost a third.
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

    /// <summary>Gives libtorch its threads back.</summary>
    public void Dispose()
    {
        if (before > 0) set_num_threads(before);
    }
}
