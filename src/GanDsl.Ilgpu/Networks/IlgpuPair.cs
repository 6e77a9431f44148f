namespace GanDsl.Ilgpu;

/// <summary>
/// Two networks that are one player: their parameters are adjacent, so that one optimiser updates both. In states their names start with <c>forward.…</c> and
/// <c>inverse.…</c>.
/// </summary>
/// <param name="memory">The memory of the first; the second follows it.</param>
/// <param name="random">The game's random numbers.</param>
/// <param name="forward">The first.</param>
/// <param name="inverse">The second.</param>
/// <param name="parameters">The length of the first's flat parameters.</param>
public sealed class IlgpuPair(NetworkMemory memory, IlgpuRandom random, IlgpuNetwork forward, IlgpuNetwork inverse, long parameters)
    : IlgpuNetwork(memory, random)
{
    /// <inheritdoc/>
    public override IReadOnlyList<NamedTensor> State() => PairState.Join(forward.State(), inverse.State());

    /// <inheritdoc/>
    public override void Load(IReadOnlyList<NamedTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        StateCheck.ByName(State(), state);
        var (ofForward, ofInverse) = PairState.Split(state);
        forward.Load(ofForward);
        inverse.Load(ofInverse);
    }

    internal override IReadOnlyList<NamedTensor> Read(long start) => PairState.Join(forward.Read(start), inverse.Read(start + parameters));

    internal override void Write(long start, Func<string, NamedTensor> given)
    {
        var (ofForward, ofInverse) = PairState.Split(given);
        forward.Write(start, ofForward);
        inverse.Write(start + parameters, ofInverse);
    }

    internal override void CountBatches(int times)
    {
        forward.CountBatches(times);
        inverse.CountBatches(times);
    }

    internal override void TakeCounters(IlgpuNetwork other)
    {
        var (ofForward, ofInverse) = ((IlgpuPair)other).Both;
        forward.TakeCounters(ofForward);
        inverse.TakeCounters(ofInverse);
    }

    private (IlgpuNetwork Forward, IlgpuNetwork Inverse) Both => (forward, inverse);
}
