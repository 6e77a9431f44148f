namespace GanDsl;

/// <summary>How much a step can report: the limits of its memory and of declarations.</summary>
internal static class ReportLimits
{
    /// <summary>The most regularisers of a game.</summary>
    public const int Penalties = 32;

    /// <summary>The most auxiliary losses of a game: auxiliary classifiers, codes, reconstructions, cycles, identities.</summary>
    public const int AuxiliaryLosses = 32;
}
