namespace GanDsl.Processors;

/// <summary>What a setting came to on this processor.</summary>
public enum Proof
{
    /// <summary>Every library says it uses what the setting caps it to.</summary>
    Capped,

    /// <summary>A cap is no lower than what the processor has: the setting is the processor's own.</summary>
    Own,

    /// <summary>A library does not obey its cap on this processor, so that a green run says nothing of the setting.</summary>
    NotCapped,

    /// <summary>A library says something else than it should: the run is red.</summary>
    Broken,
}
