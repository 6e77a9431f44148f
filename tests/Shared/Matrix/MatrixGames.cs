using System.Globalization;
using System.Reflection;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Matrix;

/// <summary>Games that are declared, generated, compiled and loaded while the tests run: too many to be written down.</summary>
internal sealed class MatrixGames
{
    private readonly Assembly assembly;
    private readonly Dictionary<string, int> numbers;

    private MatrixGames(Assembly assembly, Dictionary<string, int> numbers) => (this.assembly, this.numbers) = (assembly, numbers);

    /// <summary>Compiles games between the same two small players, which are smooth, so that rounding decides nothing.</summary>
    /// <param name="games">Their attributes.</param>
    /// <param name="packages">The backends.</param>
    /// <param name="width">The players' hidden layers.</param>
    public static MatrixGames Of(IReadOnlyList<Combination> games, Packages packages, int width)
    {
        var generation = Generation.Of(Source(games, width), packages);
        return new MatrixGames(Assembly.Load(generation.AssertCompilesCleanly()), games.Select((game, i) => (game.ToString(), i)).ToDictionary());
    }

    /// <summary>The declarations as a user writes them; game i is class <c>Game{i}</c>.</summary>
    public static string Source(IReadOnlyList<Combination> games, int width) => string.Create(CultureInfo.InvariantCulture, $$"""
        public static class Alpha
        {
            private const double A = 0.3;

            public static double F(double u) => (Math.Pow(u, A) - 1 - (A * (u - 1))) / (A * (A - 1));
        }

        [Generator(latent: 8), Dense({{width}}), Tanh, Dense({{width}}), Tanh, Dense(2)]
        public sealed partial class G;

        [Discriminator(2), Dense({{width}}), Tanh, Dense({{width}}), Tanh, Dense(1)]
        public sealed partial class D;

        {{string.Join("\n\n", games.Select((game, i) => string.Create(CultureInfo.InvariantCulture, $"[Gan<G, D>, {game.Attributes}]\npublic sealed partial class Game{i};")))}}
        """);

    /// <summary>A game on a backend.</summary>
    /// <param name="game">Its attributes.</param>
    /// <param name="backend">The generated class: <c>Torch</c>.</param>
    /// <param name="arguments">Its constructor's.</param>
    public IGan New(string game, string backend, params object?[] arguments) =>
        (IGan)Activator.CreateInstance(
            assembly.GetType(string.Create(CultureInfo.InvariantCulture, $"Game{numbers[game]}"))!.GetNestedType(backend)!, arguments)!;
}
