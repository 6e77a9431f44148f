namespace GanDsl.Training.Tests.Pictures;

/// <summary>How large a run's grids are, whatever its samples.</summary>
public class GridSizeTests
{
    [Theory]
    [InlineData(64, 28, 28, 1, 2)]
    [InlineData(64, 278, 278, 1, 2)]
    [InlineData(64, 279, 279, 1, 1)]
    [InlineData(64, 556, 556, 1, 1)]
    [InlineData(64, 557, 557, 2, 1)]
    [InlineData(64, 1024, 1024, 2, 1)]
    [InlineData(16, 1024, 1024, 1, 1)]
    [InlineData(64, 1447, 1447, 3, 1)]
    [InlineData(64, 4096, 4096, 8, 1)]
    [InlineData(4096, 28, 28, 1, 2)]
    [InlineData(1, 4468, 4468, 1, 1)]
    [InlineData(1, 40_000, 10, 2, 1)]
    public void SamplesAreDrawnAsLargeAsTheyFit(int count, int height, int width, int reduction, int magnification) =>
        Assert.Equal(new GridSize(reduction, magnification), GridSize.Of(count, height, width));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(4096)]
    public void NoGrid_HasMoreThan20MillionPixels(int count)
    {
        foreach (var (height, width) in new[] { (1, 1), (28, 28), (100, 3000), (1447, 1447), (8192, 8192), (20_000, 17) })
        {
            var (reduction, magnification) = GridSize.Of(count, height, width);
            var across = (Math.Min(count, 8) * ((GridSize.Reduced(width, reduction) * magnification) + 2L)) + 2;
            var down = ((count + 7) / 8 * ((GridSize.Reduced(height, reduction) * magnification) + 2L)) + 2;
            Assert.InRange(across * down, 1, 20_000_000);
            Assert.InRange(Math.Max(across, down), 1, short.MaxValue);
        }
    }

    /// <summary>Two planes of 3 rows and 5 columns, in squares of 2: the last row and column are of fewer.</summary>
    [Fact]
    public void Reduction_TakesMeans_AndKeepsNaN()
    {
        float[] pictures =
        [
            1, 3, 5, 7, 2,
            5, 7, 1, 3, 4,
            2, 4, 6, 8, 9,
            0, 0, 0, 0, 0,
            0, float.NaN, 0, 0, 0,
            0, 0, 0, 0, -1,
        ];
        Assert.Equal([4, 4, 3, 3, 7, 9, float.NaN, 0, 0, 0, 0, -1], Reduction.Of(pictures, height: 3, width: 5, by: 2));
        Assert.Same(pictures, Reduction.Of(pictures, 3, 5, by: 1));
    }
}
