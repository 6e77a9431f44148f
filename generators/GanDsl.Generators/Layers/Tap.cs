using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>Names its input.</summary>
internal record Tap(string TapName) : Route
{
    public static Layer Read(AttributeValues values) => new Tap(values.Text("name"));

    public override string Name => "Tap";

    public override string Description => $"Tap(\"{TapName}\")";

    public override string? BadArgument() => TapName.Length > 0 && char.IsLetter(TapName[0])
        && TapName.All(character => char.IsLetterOrDigit(character) || character == '_')
        ? null
        : $"its name is \"{TapName}\"; it must be a letter, then letters, digits and underscores";
}
