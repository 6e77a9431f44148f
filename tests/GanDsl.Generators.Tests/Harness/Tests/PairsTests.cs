namespace GanDsl.Generators.Tests.Harness.Tests;

public class PairsTests
{
    [Fact]
    public void ListsOfOneLength_ArePaired() => Assert.Equal([(1, 'a'), (2, 'b')], new[] { 1, 2 }.PairedWith("ab"));

    [Theory]
    [InlineData("a")]
    [InlineData("abc")]
    [InlineData("")]
    public void ListsOfOtherLengths_AreRefused(string other) => Assert.StartsWith(
        $"2 and {other.Length} elements make no pairs.",
        Assert.Throws<ArgumentException>(() => new[] { 1, 2 }.PairedWith(other)).Message,
        StringComparison.Ordinal);
}
