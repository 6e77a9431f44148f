using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace GanDsl.Generators.Tests.Rooms;

/// <summary>The house: a room is a folder, and arrows between rooms run one way.</summary>
public class RoomTests(ITestOutputHelper output)
{
    public static TheoryData<string> Projects => [.. Directory.EnumerateFiles(Folder("src"), "*.csproj", SearchOption.AllDirectories)
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void RoomsOfSrc_NameEachOtherInOneDirection(string project)
    {
        var map = RoomMap.OfProject(Folder($"src/{project}"));

        Assert.NotEmpty(map.Rooms);
        Assert.True(map.Circles() is [], $"{project} has rooms that name each other; move or split a type:\n{string.Join('\n', map.Circles())}");
    }

    // What runs against the order is written out; the order itself is not asked for yet.
    [Fact]
    public void TheGeneratorsArrows_AreRead()
    {
        var map = RoomMap.OfProject(Folder("generators/GanDsl.Generators"));

        foreach (var arrow in RoomOrder.OfGenerator.Against(map)) output.WriteLine(arrow.ToString());
        output.WriteLine($"Without a place: {string.Join(", ", RoomOrder.OfGenerator.Unplaced(map).Select(room => $"'{room}'"))}");
        Assert.Contains(new Arrow("Steps", "Networks", "Network", "Steps/MinMaxStep.cs"), map.Arrows);
        Assert.Contains(map.Arrows, arrow => arrow is { From: "Backends/Torch", To: "Text", Type: "CodeWriter" });
    }

    private static string Folder(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));
}
