using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// Two networks that are one player: their parameters in one buffer, so that one optimiser updates both. In states their names start with <c>forward.…</c> and
/// <c>inverse.…</c>.
/// </summary>
public sealed class TorchPair : TorchNetwork
{
    private readonly TorchNetwork forward;
    private readonly TorchNetwork inverse;

    /// <summary>Moves the parameters of both into one buffer; the pair then owns both.</summary>
    /// <param name="random">The game's random numbers.</param>
    /// <param name="forward">The first, whose passes are the pair's.</param>
    /// <param name="inverse">The second.</param>
    public TorchPair(TorchRandom random, TorchNetwork forward, TorchNetwork inverse)
        : base(random, ownsRandom: false, Length(forward) + Length(inverse))
    {
        this.forward = forward;
        this.inverse = inverse;
        var length = Length(forward);
        forward.MoveInto(Flat, FlatGradient, offset: 0);
        inverse.MoveInto(Flat, FlatGradient, offset: length);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Tensor Value)> NamedParameters => Join(forward.NamedParameters, inverse.NamedParameters);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Tensor Value)> NamedGradients => Join(forward.NamedGradients, inverse.NamedGradients);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Tensor Value)> NamedBuffers => Join(forward.NamedBuffers, inverse.NamedBuffers);

    /// <inheritdoc/>
    public override Tensor Apply(Tensor input, ForwardMode mode) => forward.Apply(input, mode);

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

    internal override IReadOnlyList<NamedTensor> Read(Tensor flat)
    {
        using var first = flat.narrow(0, 0, Length(forward));
        using var second = flat.narrow(0, Length(forward), Length(inverse));
        return PairState.Join(forward.Read(first), inverse.Read(second));
    }

    internal override void Write(Tensor flat, Func<string, NamedTensor> given)
    {
        using var first = flat.narrow(0, 0, Length(forward));
        using var second = flat.narrow(0, Length(forward), Length(inverse));
        var (ofForward, ofInverse) = PairState.Split(given);
        forward.Write(first, ofForward);
        inverse.Write(second, ofInverse);
    }

    internal override void TakeStatistics(TorchNetwork other)
    {
        forward.TakeStatistics(((TorchPair)other).forward);
        inverse.TakeStatistics(((TorchPair)other).inverse);
    }

    private protected override void DisposeParts()
    {
        forward.Dispose();
        inverse.Dispose();
    }

    private static long Length(TorchNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Flat.numel();
    }

    private static IReadOnlyList<(string Name, Tensor Value)> Join(
        IReadOnlyList<(string Name, Tensor Value)> ofForward, IReadOnlyList<(string Name, Tensor Value)> ofInverse) =>
        [.. ofForward.Select(tensor => (PairState.Forward + tensor.Name, tensor.Value)),
            .. ofInverse.Select(tensor => (PairState.Inverse + tensor.Name, tensor.Value))];
}
