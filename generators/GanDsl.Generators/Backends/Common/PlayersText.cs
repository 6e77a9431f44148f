using GanDsl.Generators.Networks;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What generated games declare about the players, on every backend.</summary>
internal static class PlayersText
{
    /// <summary>The networks with the names of their members in games, in the order in which they are drawn: generators first.</summary>
    public static IEnumerable<(Network Network, string Member)> Networks(MinMaxStep step) =>
        step.Pairs.Select(pair => (pair.Generator, pair.Member("Generator")))
            .Concat(step.Pairs.Select(pair => (pair.Discriminator, pair.Member("Discriminator"))));

    /// <summary>The networks, the generators' averages and the game's description as properties.</summary>
    /// <param name="writer">Where they are written.</param>
    /// <param name="step">The step.</param>
    /// <param name="typeOf">A network's type on the backend.</param>
    public static void WriteProperties(CodeWriter writer, MinMaxStep step, Func<Network, string> typeOf)
    {
        var type = step.Declaration.Type;
        foreach (var (network, member) in Networks(step))
        {
            var symbol = (member.StartsWith("Inverse", StringComparison.Ordinal) ? "The inverse " : "")
                + (network.Declaration.Role == Declarations.Role.Generator ? "G" : "D");
            writer.Doc($"<summary>{symbol}: {network.Input} → {network.Output}. The game owns it.</summary>");
            writer.Line($"{type.AccessTo(network.Type)} {typeOf(network)} {member} {{ get; }}").Line();
        }

        foreach (var pair in step.Pairs) AverageText.WriteProperty(writer, pair, typeOf(pair.Generator));
        writer.Doc("<inheritdoc/>");
        writer.Line($"public override {GanDescriptionWriter.Type} Description => {type.QualifiedName}.Description;").Line();
    }
}
