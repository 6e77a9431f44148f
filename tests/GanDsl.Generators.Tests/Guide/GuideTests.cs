using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GanDsl.Generators.Tests.Rooms;

namespace GanDsl.Generators.Tests.Guide;

/// <summary>What generators/*.md say of the code is so.</summary>
public partial class GuideTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // What a path may begin at.
    private static readonly string[] Folders =
        ["", "generators", "generators/GanDsl.Generators", "generators/GanDsl.CodeFixes", "tests/GanDsl.Generators.Tests"];

    public static TheoryData<string> Guides => ["README.md", "adding-an-objective.md", "adding-a-diagnostic.md"];

    /// <summary>The trace's declarations are its own: the first block of code, and the first under the last heading.</summary>
    [Fact]
    public async Task EveryLineOfTheTrace_IsWhatTheGeneratorMakesOfTheDeclaration()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "generators/README.md"));
        var parts = Section().Match(text).Value.Split("\n### ");
        var trace = await Trace.Of(Blocks(parts[0])[0], Blocks(parts[^1])[0]);

        Assert.Equal(trace.Stages.Keys, parts[1..].Select(part => part.Split('\n')[0]));
        foreach (var part in parts[1..])
        {
            var stage = part.Split('\n')[0];
            foreach (var line in Blocks(part).Skip(stage == "Diagnostics" ? 1 : 0).SelectMany(block => block.TrimEnd().Split('\n')))
            {
                Assert.True(trace.Has(stage, line), $"Under '{stage}', this is not made any more:\n{line}\nWhat is made:\n{trace.Stages[stage]}");
            }
        }
    }

    [Fact]
    public void TheTableOfRooms_HasThoseThatAreThere()
    {
        var rows = Row().Matches(File.ReadAllText(Path.Combine(Root(), "generators/README.md")));
        var table = rows.SelectMany(row => Name().Matches(row.Value)).Select(name => name.Groups["name"].Value);
        var rooms = RoomMap.OfProject(Path.Combine(Root(), "generators/GanDsl.Generators")).Rooms.Select(room => room.Length == 0 ? "." : room);
        Assert.Equal(rooms.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void EveryFileThatIsNamed_IsThere(string guide)
    {
        var paths = Named().Matches(Read(guide)).Select(match => match.Groups["path"].Value).Where(path => path.Contains('/', StringComparison.Ordinal));
        Assert.DoesNotContain(paths, path => !Folders.Any(folder => File.Exists(Path.Combine(Root(), folder, path))));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void EveryMemberThatIsNamed_IsThere(string guide)
    {
        var types = typeof(GanGenerator).Assembly.GetTypes().Concat(typeof(GuideTests).Assembly.GetTypes()).ToLookup(type => type.Name);
        var named = Member().Matches(Read(guide)).Select(match => (Type: match.Groups["type"].Value, Member: match.Groups["member"].Value));
        Assert.DoesNotContain(named, name => types.Contains(name.Type) && !types[name.Type].Any(type => type.GetMember(name.Member, Any).Length > 0));
    }

    private static List<string> Blocks(string text) => [.. Block().Matches(text).Select(match => match.Groups["code"].Value)];

    private static string Read(string guide) => Block().Replace(File.ReadAllText(Path.Combine(Root(), "generators", guide)), "");

    [GeneratedRegex(@"(?<=^## One declaration, traced\n).*?(?=^## )", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```\w*\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    // The first cell of a row.
    [GeneratedRegex(@"^\| `[^|]+\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"`(?<path>[\w./-]+\.(cs|csv|csproj|md|py))`")]
    private static partial Regex Named();

    [GeneratedRegex(@"`(?<type>[A-Z]\w+)\.(?<member>[A-Z]\w+)`")]
    private static partial Regex Member();

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
