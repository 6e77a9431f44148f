namespace GanDsl;

/// <summary>How far the average of G goes towards G in each of its moves, as <see cref="EmaAttribute"/> says.</summary>
/// <param name="halfLifeImages">After how many images an old G counts half.</param>
/// <param name="rampUp">The share of the images seen before that the half-life is at most; 0 for no bound.</param>
public sealed class Averaging(double halfLifeImages, double rampUp)
{
    /// <summary>How many reals were given before those of G's move that comes next.</summary>
    public long Seen { get; private set; }

    /// <summary>How many were given since.</summary>
    public long Since { get; private set; }

    /// <summary>Counts the reals of a step.</summary>
    public void See(int images) => Since += images;

    /// <summary>1 − β for a move of G, which ends the count.</summary>
    public double Take()
    {
        // At the very first move a ramp-up leaves no half-life at all: then β is 0, and the average is G.
        var halfLife = rampUp > 0 ? Math.Min(halfLifeImages, rampUp * Seen) : halfLifeImages;
        var weight = Since == 0 ? 0 : 1 - Math.Pow(0.5, Since / halfLife);
        Seen += Since;
        Since = 0;
        return weight;
    }

    /// <summary>The counts as an optimiser's state has them.</summary>
    internal NamedTensor State => new("images_seen", [2], new TensorValues.Int64([Seen, Since]));

    /// <summary>Takes over counts.</summary>
    internal void Load(NamedTensor state)
    {
        var counts = ((TensorValues.Int64)state.Values).Elements;
        (Seen, Since) = (counts[0], counts[1]);
    }
}
