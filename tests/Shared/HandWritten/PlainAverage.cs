using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>The average of a player after its updates, a tensor at a time: β = ½ to the power of images per half-life; running statistics are copied.</summary>
/// <param name="player">Whose average it is.</param>
/// <param name="halfLifeImages">The half-life in images.</param>
/// <param name="rampUp">What share of the images seen it is at most; 0 for no bound.</param>
public sealed class PlainAverage(PlainPlayer player, double halfLifeImages, double rampUp = 0) : IDisposable
{
    private IReadOnlyList<(string Name, Tensor Value)>? values;
    private long seen;
    private long since;

    /// <summary>By name: <c>AverageG.0.weight</c>. It begins as the player is when it is first asked for.</summary>
    public IReadOnlyList<(string Name, Tensor Value)> Values =>
        values ??= [.. Current.Select(named => ($"Average{named.Name}", named.Value.detach().clone().DetachFromDisposeScope()))];

    private IEnumerable<(string Name, Tensor Value)> Current => player.Parameters.Select(named => (named.Name, (Tensor)named.Value)).Concat(player.Statistics);

    /// <summary>A step saw so many images.</summary>
    public void Saw(long images)
    {
        _ = Values;
        since += images;
    }

    /// <summary>The player has moved.</summary>
    public void Follow()
    {
        using var untracked = no_grad();
        var beta = Math.Pow(0.5, since / (rampUp > 0 ? Math.Min(halfLifeImages, rampUp * seen) : halfLifeImages));
        var learned = player.Parameters.Count();
        foreach (var (i, (_, value)) in Current.Index())
        {
            var keep = i < learned ? beta : 0;
            Values[i].Value.copy_((keep * Values[i].Value) + ((1 - keep) * value));
        }

        (seen, since) = (seen + since, 0);
    }

    public void Dispose()
    {
        foreach (var (_, value) in values ?? []) value.Dispose();
    }
}
