namespace GanDsl.Generators.Declarations;

/// <summary>The names of a network's conditions, in blocks too.</summary>
internal static class InputNames
{
    /// <summary>The labels.</summary>
    public const string Label = "label";

    /// <summary>The sources.</summary>
    public const string Source = "source";
}
