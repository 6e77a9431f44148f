namespace GanDsl;

/// <summary>How much a step can report: what memory is set aside for, and what declarations are held to.</summary>
internal static class ReportLimits
{
    /// <summary>The most regularisers of a game.</summary>
    public const int Penalties = 32;

    /// <summary>The most terms beside a game: auxiliary classifiers, codes, reconstructions, cycles, identities.</summary>
    public const int AuxiliaryLosses = 32;
}
