namespace GanDsl.Generators.Diagnostics;

/// <summary>The property names under which a diagnostic carries its fix; GanDsl.CodeFixes reads them.</summary>
internal static class RemedyKeys
{
    /// <summary>The fix's title in the menu.</summary>
    public const string Title = "GanDsl.Title";

    /// <summary>The edit, one of the names below.</summary>
    public const string Edit = "GanDsl.Edit";

    /// <summary>The text to write: attributes, or an argument's value.</summary>
    public const string Text = "GanDsl.Text";

    /// <summary>The parameter whose argument to set.</summary>
    public const string Parameter = "GanDsl.Parameter";

    /// <summary>That parameter's index.</summary>
    public const string Place = "GanDsl.Place";

    /// <summary>Which of the additional locations is the attribute to change; -1 for the diagnostic's own. Gathered layers go there.</summary>
    public const string At = "GanDsl.At";

    /// <summary>Inserts attributes before the attribute.</summary>
    public const string InsertBefore = nameof(InsertBefore);

    /// <summary>Inserts attributes after it.</summary>
    public const string InsertBehind = nameof(InsertBehind);

    /// <summary>Removes the attribute.</summary>
    public const string Remove = nameof(Remove);

    /// <summary>Replaces the attribute.</summary>
    public const string Replace = nameof(Replace);

    /// <summary>Sets an argument of the attribute.</summary>
    public const string SetArgument = nameof(SetArgument);

    /// <summary>Makes the class at the diagnostic, and those around it, partial.</summary>
    public const string MakePartial = nameof(MakePartial);

    /// <summary>Moves attributes of several declarations of one class to the declaration of the first: its marker, followed by all layers in order.</summary>
    public const string Gather = nameof(Gather);
}
