namespace GanDsl.Torch;

/// <summary>What is subtracted from D's output on a sample before the losses see it.</summary>
public enum RelativisticMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>D's output on the sample of the other kind with the same index.</summary>
    Pair,

    /// <summary>The mean of D's outputs on the other kind's batch.</summary>
    Mean,
}
