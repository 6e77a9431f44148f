namespace GanDsl;

/// <summary>The errors where sources are missing, are too many, or are passed to a game without pairs.</summary>
internal static class PairErrors
{
    public static InvalidOperationException NoSources() =>
        new("This game makes samples from sources, not from noise; call StepPairs with the source of each real, and Sample with sources.");

    public static InvalidOperationException NoPairs() => new("This game makes samples from noise; call Step without sources.");

    public static ArgumentException OtherCount(int samples, int sources) =>
        new(FormattableString.Invariant($"There are {samples} samples and {sources} sources; each sample is made from one."), nameof(sources));
}
