namespace GanDsl.Torch;

/// <summary>What D's output on a sample is measured against before the losses see it.</summary>
public enum RelativisticMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>D's output on the sample of the other kind with the same number.</summary>
    Pair,

    /// <summary>The mean of D's outputs on the other kind's batch.</summary>
    Mean,
}
