using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>What the last step left of a pair's passes for the report, free of autograd.</summary>
internal sealed class LastPass : IDisposable
{
    private readonly List<Tensor?> squares = [];
    private readonly Dictionary<(int Number, AuxiliaryLossPass Pass), RowsOfAuxiliaryLoss> auxiliaryRows = [];

    /// <summary>D's logits on reals, in its own move.</summary>
    public Tensor? RealLogits { get; private set; }

    /// <summary>D's logits on fakes, in its own move.</summary>
    public Tensor? FakeLogits { get; private set; }

    /// <summary>D's logits in G's move.</summary>
    public Tensor? GeneratorLogits { get; private set; }

    /// <summary>D's logits on reals in G's move, where fakes are measured against them.</summary>
    public Tensor? RealLogitsForGenerator { get; private set; }

    public void OfDiscriminator(Tensor onReals, Tensor onFakes)
    {
        RealLogits?.Dispose();
        FakeLogits?.Dispose();
        (RealLogits, FakeLogits) = (onReals, onFakes);
    }

    public Tensor OfGenerator(Tensor logits)
    {
        GeneratorLogits?.Dispose();
        return GeneratorLogits = logits;
    }

    public Tensor OfRealsForGenerator(Tensor logits)
    {
        RealLogitsForGenerator?.Dispose();
        return RealLogitsForGenerator = logits;
    }

    /// <summary>The squared norms that a regulariser looked at.</summary>
    public Tensor OfRegularizer(int number, Tensor ofEach)
    {
        while (squares.Count <= number) squares.Add(null);
        squares[number]?.Dispose();
        squares[number] = ofEach;
        return ofEach;
    }

    /// <summary>The squared norms that a regulariser left, or null.</summary>
    public Tensor? SquaresOf(int number) => squares.ElementAtOrDefault(number);

    /// <summary>The numbers that a term looked at, and what it compared them with.</summary>
    public Tensor OfAuxiliaryLoss(int number, AuxiliaryLossPass pass, Tensor scores, Tensor targets)
    {
        // A move with one pass leaves nothing of one with two.
        if (pass == AuxiliaryLossPass.Discriminator) Forget((number, AuxiliaryLossPass.DiscriminatorOnFakes));
        Forget((number, pass));
        auxiliaryRows.Add((number, pass), new RowsOfAuxiliaryLoss(scores, targets));
        return scores;
    }

    /// <summary>What a pass left of a term, or null.</summary>
    public (Tensor Scores, Tensor Targets)? RowsOf(int number, AuxiliaryLossPass pass) => auxiliaryRows.TryGetValue((number, pass), out var rows) ? (rows.Scores, rows.Targets) : null;

    /// <summary>Forgets D's logits and what its regularisers looked at, as those of a game that is no more; what terms looked at goes with the next pass.</summary>
    public void Forget()
    {
        foreach (var logits in new[] { RealLogits, FakeLogits, GeneratorLogits, RealLogitsForGenerator }) logits?.Dispose();
        (RealLogits, FakeLogits, GeneratorLogits, RealLogitsForGenerator) = (null, null, null, null);
        foreach (var ofEach in squares) ofEach?.Dispose();
        squares.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        foreach (var rows in auxiliaryRows.Values) rows.Dispose();
    }

    private void Forget((int Number, AuxiliaryLossPass Pass) key)
    {
        if (auxiliaryRows.Remove(key, out var rows)) rows.Dispose();
    }

    private sealed record RowsOfAuxiliaryLoss(Tensor Scores, Tensor Targets) : IDisposable
    {
        public void Dispose()
        {
            Scores.Dispose();
            Targets.Dispose();
        }
    }
}
