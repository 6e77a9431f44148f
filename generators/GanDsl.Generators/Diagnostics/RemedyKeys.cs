namespace GanDsl.Generators.Diagnostics;

/// <summary>Under what names a diagnostic carries what mends it; GanDsl.CodeFixes reads them.</summary>
internal static class RemedyKeys
{
    /// <summary>What the mending is called, for the menu.</summary>
    public const string Title = "GanDsl.Title";

    /// <summary>What is done, one of the names below.</summary>
    public const string Edit = "GanDsl.Edit";

    /// <summary>What is written: attributes, or an argument's value.</summary>
    public const string Text = "GanDsl.Text";

    /// <summary>The parameter whose argument is set.</summary>
    public const string Parameter = "GanDsl.Parameter";

    /// <summary>That parameter's place among those of the attribute's constructor; -1 for a property.</summary>
    public const string Place = "GanDsl.Place";

    /// <summary>Which of the additional locations is the attribute to change; -1 for the diagnostic's own. What is gathered begins there.</summary>
    public const string At = "GanDsl.At";

    /// <summary>Attributes are put before the attribute.</summary>
    public const string InsertBefore = nameof(InsertBefore);

    /// <summary>Attributes are put behind it.</summary>
    public const string InsertBehind = nameof(InsertBehind);

    /// <summary>The attribute goes.</summary>
    public const string Remove = nameof(Remove);

    /// <summary>Another attribute takes its place.</summary>
    public const string Replace = nameof(Replace);

    /// <summary>An argument of the attribute is set.</summary>
    public const string SetArgument = nameof(SetArgument);

    /// <summary>The class at the diagnostic, and those around it, become partial.</summary>
    public const string MakePartial = nameof(MakePartial);

    /// <summary>Attributes of several declarations of one class go to the one that the first of them is on: its marker, followed by all layers in their order.</summary>
    public const string Gather = nameof(Gather);
}
