using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>The outputs of a pair's last passes, detached, for the report.</summary>
internal sealed class LastPass : IDisposable
{
    private readonly List<Tensor?> squares = [];
    private readonly Dictionary<(int Number, AuxiliaryLossPass Pass), RowsOfAuxiliaryLoss> auxiliaryRows = [];

    /// <summary>D's logits on reals, in D's update.</summary>
    public Tensor? RealLogits { get; private set; }

    /// <summary>D's logits on fakes, in D's update.</summary>
    public Tensor? FakeLogits { get; private set; }

    /// <summary>D's logits in G's update.</summary>
    public Tensor? GeneratorLogits { get; private set; }

    /// <summary>D's logits on reals in G's update, where fakes are compared with them.</summary>
    public Tensor? RealLogitsForGenerator { get; private set; }

    public void OfDiscriminator(Tensor onReals, Tensor onFakes)
    {
        RealLogits?.Dispose();
        FakeLogits?.Dispose();
        (RealLogits, FakeLogits) = (onReals.Keep(), onFakes.Keep());
    }

    public Tensor OfGenerator(Tensor logits)
    {
        GeneratorLogits?.Dispose();
        return GeneratorLogits = logits.Keep();
    }

    public Tensor OfRealsForGenerator(Tensor logits)
    {
        RealLogitsForGenerator?.Dispose();
        return RealLogitsForGenerator = logits.Keep();
    }

    /// <summary>Stores the squared norms of a regulariser.</summary>
    public Tensor OfRegularizer(int number, Tensor ofEach)
    {
        while (squares.Count <= number) squares.Add(null);
        squares[number]?.Dispose();
        squares[number] = ofEach.Keep();
        return ofEach;
    }

    /// <summary>The squared norms of a regulariser, or null.</summary>
    public Tensor? SquaresOf(int number) => squares.ElementAtOrDefault(number);

    /// <summary>Stores the numbers that an auxiliary loss read, and their targets.</summary>
    public Tensor OfAuxiliaryLoss(int number, AuxiliaryLossPass pass, Tensor scores, Tensor targets)
    {
        // An update with one pass clears what one with two left.
        if (pass == AuxiliaryLossPass.Discriminator) Forget((number, AuxiliaryLossPass.DiscriminatorOnFakes));
        Forget((number, pass));
        auxiliaryRows.Add((number, pass), new RowsOfAuxiliaryLoss(scores.Keep(), targets.Keep()));
        return scores;
    }

    /// <summary>An auxiliary loss's numbers of a pass, or null.</summary>
    public (Tensor Scores, Tensor Targets)? RowsOf(int number, AuxiliaryLossPass pass) =>
        auxiliaryRows.TryGetValue((number, pass), out var rows) ? (rows.Scores, rows.Targets) : null;

    /// <summary>Forgets D's logits and its regularisers' norms, which are of the replaced game; the next pass replaces those of auxiliary losses.</summary>
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
