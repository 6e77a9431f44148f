using GanDsl.Generators.Declarations;
using GanDsl.Generators.Steps;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>The checked step of a declared game.</summary>
internal static class Checked
{
    /// <param name="source">Declarations with a game called <c>Game</c>, in no namespace.</param>
    public static MinMaxStep Step(string source)
    {
        var game = GanCompilation.Create(source).GetTypeByMetadataName("Game") ?? throw new ArgumentException("There is no class Game.", nameof(source));
        var declaration = GanReader.Read(game, CancellationToken.None) ?? throw new ArgumentException("Game is no game.", nameof(source));
        return GanCheck.Check(declaration).Step ?? throw new ArgumentException("The game has a problem.", nameof(source));
    }
}
