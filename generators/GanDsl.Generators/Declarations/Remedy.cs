namespace GanDsl.Generators.Declarations;

/// <summary>On which class the attribute stands that is to be changed.</summary>
internal enum RemedyOwner
{
    /// <summary>The class that the problem is about.</summary>
    Itself,

    /// <summary>The game's generator.</summary>
    Generator,

    /// <summary>The game's discriminator.</summary>
    Discriminator,
}

/// <summary>What mends a problem: a change of one attribute, which a code fix makes. The rule that finds the problem knows it.</summary>
/// <param name="Edit">One of the edits of Diagnostics/RemedyKeys.</param>
/// <param name="Title">What it is called, for people.</param>
/// <param name="Text">What is written.</param>
/// <param name="Parameter">The parameter whose argument is set.</param>
internal sealed record Remedy(string Edit, string Title, string Text = "", string Parameter = "")
{
    /// <summary>Attributes before the one at fault.</summary>
    public static Remedy InsertBefore(string attributes) => new(nameof(InsertBefore), $"Insert [{attributes}]", attributes);

    /// <summary>Attributes behind the one at fault.</summary>
    public static Remedy InsertBehind(string attributes) => new(nameof(InsertBehind), $"End in [{attributes}]", attributes);

    /// <summary>Another value of an argument.</summary>
    public static Remedy SetArgument(string parameter, string value, string title) => new(nameof(SetArgument), title, value, parameter);

    /// <summary>On which class.</summary>
    public RemedyOwner Owner { get; init; }

    /// <summary>The number of the layer that it is about; -1 where it is the attribute that the problem is at.</summary>
    public int Layer { get; init; } = -1;
}
