namespace GanDsl.Generators.Tests.Rooms;

/// <summary>The reader of rooms, on sources made up for it.</summary>
public class RoomMapTests
{
    [Fact]
    public void ARoomThatNamesATypeOfAnother_IsAnArrow()
    {
        var map = RoomMap.Of(
        [
            ("Low/Number.cs", "namespace P; public struct Number;"),
            ("High/Sum.cs", "namespace P; class Sum { Number first; }"),
            ("Program.cs", "namespace P; class Program { Sum sum; }"),
        ]);

        Assert.Equal(["", "High", "Low"], map.Rooms);
        Assert.Equal([new Arrow("High", "Low", "Number", "High/Sum.cs"), new Arrow("", "High", "Sum", "Program.cs")], map.Arrows);
        Assert.Empty(map.Circles());
    }

    [Fact]
    public void TwoRoomsThatNameEachOther_AreACircle()
    {
        var map = RoomMap.Of(
        [
            ("A/One.cs", "namespace P; class One { Two two; }"),
            ("B/Two.cs", "namespace P; class Two { static object One => new One(); }"),
            ("C/Three.cs", "namespace P; class Three { One one; }"),
        ]);

        Assert.Equal(["A → B: Two in A/One.cs", "B → A: One in B/Two.cs"], map.Circles().Select(arrow => arrow.ToString()));
    }

    [Fact]
    public void ThreeRoomsInARing_AreACircle_ThoughNoTwoNameEachOther()
    {
        var map = RoomMap.Of(
        [
            ("A/One.cs", "class One : Two;"),
            ("A/Inner/Two.cs", "class Two { List<Three> three; }"),
            ("B/Three.cs", "class Three { bool Is(object x) => x is One; }"),
        ]);

        Assert.Equal([("A", "A/Inner"), ("A/Inner", "B"), ("B", "A")], map.Circles().Select(arrow => (arrow.From, arrow.To)));
    }

    [Theory]
    [InlineData("[Mark] class One;")]
    [InlineData("class One { string name = nameof(MarkAttribute); }")]
    [InlineData("class One { System.Type type = typeof(MarkAttribute); }")]
    [InlineData("using Alias = MarkAttribute; class One;")]
    [InlineData("class One { object Of(object x) => x switch { MarkAttribute or string => 1, _ => 2 }; }")]
    [InlineData("class One<T> where T : MarkAttribute;")]
    [InlineData("class One { int number = MarkAttribute.Number; }")]
    [InlineData("class One { object mark = new MarkAttribute(); }")]
    public void AttributesAliasesPatternsAndConstants_NameTypes(string text)
    {
        var map = RoomMap.Of([("A/One.cs", text), ("B/Mark.cs", "class MarkAttribute : System.Attribute { public const int Number = 1; }")]);

        Assert.Equal([new Arrow("A", "B", "MarkAttribute", "A/One.cs")], map.Arrows);
    }

    [Theory]
    [InlineData("/// <summary>See <see cref=\"Two\"/>.</summary>\nclass One;")]
    [InlineData("class One { int Two => 2; int Twice => 2 * Two; }")]
    [InlineData("class One { int Two(int x) => x; int Four => Two(Two: 2); int Twice(int Two) => 2 * Two; }")]
    [InlineData("class One { string text = \"Two\"; }")]
    [InlineData("class One { class Two; Two two; }")]
    public void DocumentationAndMembersOfTheSameName_NameNoType(string text) =>
        Assert.Empty(RoomMap.Of([("A/One.cs", text), ("B/Two.cs", "namespace P; class Two;")]).Arrows);

    [Fact]
    public void ATypeThatStandsInTwoRooms_BelongsToNeither() =>
        Assert.Empty(RoomMap.Of([("A/Two.cs", "partial class Two;"), ("B/Two.cs", "partial class Two;"), ("C/One.cs", "class One { Two two; }")]).Arrows);

    [Fact]
    public void AnOrder_FindsArrowsThatRunDown_AndThoseWithinARow()
    {
        var map = RoomMap.Of(
        [
            ("Text/Writer.cs", "class Writer { Checked x; }"),
            ("Networks/Checked.cs", "class Checked { Writer writer; }"),
            ("Backends/Torch/Torch.cs", "class Torch { Checked x; }"),
            ("Backends/Onnx/Onnx.cs", "class Onnx { Torch x; Checked y; }"),
            ("Elsewhere/Other.cs", "class Other { Onnx x; }"),
        ]);

        Assert.Equal(
            ["Text → Networks: Checked in Text/Writer.cs", "Backends/Onnx → Backends/Torch: Torch in Backends/Onnx/Onnx.cs"],
            RoomOrder.OfGenerator.Against(map).Select(arrow => arrow.ToString()));
        Assert.Equal(["Elsewhere"], RoomOrder.OfGenerator.Unplaced(map));
    }
}
