namespace GanDsl.Generators.Declarations;

/// <summary>The names of what networks are given besides their input, in blocks too.</summary>
internal static class InputNames
{
    /// <summary>The labels.</summary>
    public const string Label = "label";

    /// <summary>What a sample is made from.</summary>
    public const string Source = "source";
}
