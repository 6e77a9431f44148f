namespace GanDsl.Oracles;

/// <summary>What a test holds results against, or runs them in, and not every machine has.</summary>
public interface IOracle
{
    /// <summary>What it is called in a sentence.</summary>
    static abstract string Name { get; }

    /// <summary>How to get it, as a sentence goes on; null where it cannot be had, such as another operating system.</summary>
    static abstract string? Remedy { get; }

    /// <summary>Whether this machine has it. Asked for each test that needs it.</summary>
    static abstract bool IsThere { get; }
}
