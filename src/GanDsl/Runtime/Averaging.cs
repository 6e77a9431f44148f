namespace GanDsl;

/// <summary>The weight of G in its average in each update, as declared by <see cref="EmaAttribute"/>.</summary>
/// <param name="halfLifeImages">The number of images after which an old G counts half.</param>
/// <param name="rampUp">The bound of the half-life, as a fraction of the images seen before; 0 for no bound.</param>
public sealed class Averaging(double halfLifeImages, double rampUp)
{
    /// <summary>The number of reals before those of G's next update.</summary>
    public long Seen { get; private set; }

    /// <summary>The number since.</summary>
    public long Since { get; private set; }

    /// <summary>Counts the reals of a step.</summary>
    public void See(int images) => Since += images;

    /// <summary>1 − β for an update of G, which ends the count.</summary>
    public double Take()
    {
        // In the first update the bound of the half-life is 0: then β is 0, and the average is G.
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
