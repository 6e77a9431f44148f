namespace GanDsl.Generators.Declarations;

/// <summary>The class whose attribute should change.</summary>
internal enum RemedyOwner
{
    /// <summary>The class with the problem.</summary>
    Itself,

    /// <summary>The game's generator.</summary>
    Generator,

    /// <summary>The game's discriminator.</summary>
    Discriminator,
}

/// <summary>A fix of a problem: a change of one attribute, which a code fix makes. The rule that finds the problem supplies it.</summary>
/// <param name="Edit">One of the edits of Diagnostics/RemedyKeys.</param>
/// <param name="Title">What it is called, for people.</param>
/// <param name="Text">What is written.</param>
/// <param name="Parameter">The parameter whose argument is set.</param>
internal sealed record Remedy(string Edit, string Title, string Text = "", string Parameter = "")
{
    /// <summary>Attributes before the one at fault.</summary>
    public static Remedy InsertBefore(string attributes) => new(nameof(InsertBefore), $"Insert [{attributes}]", attributes);

    /// <summary>Attributes after the one at fault.</summary>
    public static Remedy InsertBehind(string attributes) => new(nameof(InsertBehind), $"End in [{attributes}]", attributes);

    /// <summary>Another value of an argument.</summary>
    public static Remedy SetArgument(string parameter, string value, string title) => new(nameof(SetArgument), title, value, parameter);

    /// <summary>The class to change.</summary>
    public RemedyOwner Owner { get; init; }

    /// <summary>The number of the layer to change; -1 for the attribute at fault.</summary>
    public int Layer { get; init; } = -1;
}
