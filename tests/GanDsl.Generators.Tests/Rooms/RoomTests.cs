using System.Runtime.CompilerServices;

namespace GanDsl.Generators.Tests.Rooms;

/// <summary>The house: a room is a folder, and arrows between rooms run one way.</summary>
public class RoomTests
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

    [Fact]
    public void RoomsOfTheGenerator_NameRoomsAboveThemAlone()
    {
        var map = RoomMap.OfProject(Folder("generators/GanDsl.Generators"));

        Assert.Empty(RoomOrder.OfGenerator.Unplaced(map));
        Assert.True(RoomOrder.OfGenerator.Against(map) is [], $"Against the order of rooms:\n{string.Join('\n', RoomOrder.OfGenerator.Against(map))}");
        Assert.Contains(new Arrow("Steps", "Networks", "Network", "Steps/MinMaxStep.cs"), map.Arrows);
        Assert.Contains(map.Arrows, arrow => arrow is { From: "Backends/Torch", To: "Text", Type: "CodeWriter" });
    }

    private static string Folder(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));
}
