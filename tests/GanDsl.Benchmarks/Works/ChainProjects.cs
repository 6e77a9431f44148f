using System.Globalization;
using System.Text;

namespace GanDsl.Benchmarks.Works;

/// <summary>Projects of chains of layers that nobody would train: many networks, and long ones.</summary>
public static class ChainProjects
{
    private const int Layers = 20;

    private const int ManyLayers = 1024;

    private const string Chain = "a chain of 1,024 layers";

    private const int Width = 64;

    public static IReadOnlyList<DeclaredProject> All { get; } =
    [
        .. new[] { 1, 10, 100, 1000 }.Select(
            count => Of($"{count.ToString("N0", CultureInfo.InvariantCulture)} networks of 6 layers", Network(6), count)),
        Of("a network of 20 layers", Network(Layers), 1),
        Of("a game of two players of 20 layers", Game(Network(Layers), Body(Layers)), 1),
        Of(Chain, Game(Network(6), Dense(ManyLayers - 1)), 1),
    ];

    /// <summary>Those of few declarations and few layers.</summary>
    public static IReadOnlyList<DeclaredProject> Small { get; } = [.. All.Where(project => project.Files.Count <= 100 && project.Name != Chain)];

    // A width of the first file changes.
    private static DeclaredProject Of(string name, Func<int, int, string> declaration, int count)
    {
        return new(name, [.. Enumerable.Range(0, count).Select(number => File(number, Width))], edit => File(0, Width + edit));

        DeclaredFile File(int number, int width) => new($"Network{Text(number)}.cs", declaration(number, width));
    }

    private static Func<int, int, string> Network(int layers)
    {
        var body = Body(layers - 1);
        return (number, width) => $"""
            [global::GanDsl.Discriminator(32)]
            {body(width)}
            [global::GanDsl.Dense(1)]
            public sealed partial class Network{Text(number)};

            """;
    }

    private static Func<int, int, string> Game(Func<int, int, string> discriminator, Func<int, string> generator) => (number, width) => $"""
        {discriminator(number, width)}
        [global::GanDsl.Generator(latent: 16)]
        {generator(width)}
        [global::GanDsl.Dense(32)]
        public sealed partial class Generator{Text(number)};

        [global::GanDsl.Gan<Generator{Text(number)}, Network{Text(number)}>]
        [global::GanDsl.NonSaturating, global::GanDsl.Adam]
        public sealed partial class Game{Text(number)};
        """;

    private static Func<int, string> Body(int layers) => width => Lines(
        layers, layer => layer % 2 == 0 ? $"[global::GanDsl.Dense({Text(width + layer)})]" : "[global::GanDsl.LeakyReLU(0.2)]");

    // The width is that of one in the middle.
    private static Func<int, string> Dense(int layers) => width => Lines(
        layers, layer => $"[global::GanDsl.Dense({Text(layer == layers / 2 ? width : Width)})]");

    private static string Lines(int count, Func<int, string> line)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++) lines.Append(line(i)).Append('\n');
        return lines.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
