using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>What the last step left of a pair's passes for the report, free of autograd.</summary>
internal sealed class LastPass : IDisposable
{
    private readonly List<Tensor?> squares = [];
    private readonly Dictionary<(int Number, TermPass Pass), RowsOfTerm> termRows = [];

    /// <summary>D's logits on reals, in its own move.</summary>
    public Tensor? RealLogits { get; private set; }

    /// <summary>D's logits on fakes, in its own move.</summary>
    public Tensor? FakeLogits { get; private set; }

    /// <summary>D's logits in G's move.</summary>
    public Tensor? GeneratorLogits { get; private set; }

    /// <summary>D's logits on reals in G's move, where fakes are measured against them.</summary>
    public Tensor? OpponentLogits { get; private set; }

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

    public Tensor OfOpponents(Tensor logits)
    {
        OpponentLogits?.Dispose();
        return OpponentLogits = logits;
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
    public Tensor OfTerm(int number, TermPass pass, Tensor scores, Tensor targets)
    {
        // A move with one pass leaves nothing of one with two.
        if (pass == TermPass.Discriminator) Forget((number, TermPass.DiscriminatorOnFakes));
        Forget((number, pass));
        termRows.Add((number, pass), new RowsOfTerm(scores, targets));
        return scores;
    }

    /// <summary>What a pass left of a term, or null.</summary>
    public (Tensor Scores, Tensor Targets)? RowsOf(int number, TermPass pass) => termRows.TryGetValue((number, pass), out var rows) ? (rows.Scores, rows.Targets) : null;

    /// <summary>Forgets D's logits and what its regularisers looked at, as those of a game that is no more; what terms looked at goes with the next pass.</summary>
    public void Forget()
    {
        foreach (var logits in new[] { RealLogits, FakeLogits, GeneratorLogits, OpponentLogits }) logits?.Dispose();
        (RealLogits, FakeLogits, GeneratorLogits, OpponentLogits) = (null, null, null, null);
        foreach (var ofEach in squares) ofEach?.Dispose();
        squares.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        foreach (var rows in termRows.Values) rows.Dispose();
    }

    private void Forget((int Number, TermPass Pass) key)
    {
        if (termRows.Remove(key, out var rows)) rows.Dispose();
    }

    private sealed record RowsOfTerm(Tensor Scores, Tensor Targets) : IDisposable
    {
        public void Dispose()
        {
            Scores.Dispose();
            Targets.Dispose();
        }
    }
}
