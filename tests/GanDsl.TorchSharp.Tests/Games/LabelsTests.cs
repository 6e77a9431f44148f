namespace GanDsl.Tests.Torch.Games;

/// <summary>Labels are checked where they come in, once.</summary>
public class LabelsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void ALabelOutOfRange_IsRefused_WithItsPlace(int label)
    {
        var error = Assert.Throws<ArgumentException>(() => new Labels<S3>(new[] { 0, 2, label, 1 }));

        Assert.Equal(
            FormattableString.Invariant($"Label {label} of sample 2 is out of range: there are 3 classes, from 0 to 2. (Parameter 'values')"), error.Message);
    }

    [Fact]
    public void NoLabels_AreRefused() => Assert.Equal(
        "There are no labels; pass one per sample. (Parameter 'values')", Assert.Throws<ArgumentException>(() => new Labels<S3>(Array.Empty<int>())).Message);

    [Fact]
    public void All_AreOneLabel()
    {
        Assert.Equal([2, 2, 2], Labels<S3>.All(label: 2, count: 3).Values.ToArray());
        Assert.Equal(3, Labels<S3>.All(label: 2, count: 3).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Labels<S3>.All(label: 2, count: 0));
        Assert.Throws<ArgumentException>(() => Labels<S3>.All(label: 3, count: 1));
    }
}
