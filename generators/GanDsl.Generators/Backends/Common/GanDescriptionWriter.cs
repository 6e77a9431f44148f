using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>The description of a game, which no backend affects: its declaration, and the tables of its networks.</summary>
internal static class GanDescriptionWriter
{
    public const string Type = "global::GanDsl.GanDescription";

    /// <param name="step">The step.</param>
    /// <param name="text">The game as its user wrote it.</param>
    public static string Write(MinMaxStep step, string text) => GeneratedType.Write(step.Declaration.Type, writer =>
    {
        var type = step.Declaration.Type;
        var quotes = RawString.Quotes(text);
        writer.Doc("<summary>The game for people to read: its declaration, and the tables of its networks.</summary>");
        writer.Line($"public {type.New("Description")}static {Type} Description {{ get; }} = new(");
        using (writer.Indent())
        {
            writer.Line($"\"{type.Name}\",");
            writer.Line($"{quotes}\n{text}\n{quotes},");
            var networks = PlayersText.Networks(step).Select(player => player.Network.Type).Distinct()
                .Select(network => $"new(\"{network.Name}\", {network.QualifiedName}.Summary)");
            writer.Line($"[{string.Join(", ", networks)}]);");
        }
    });
}
