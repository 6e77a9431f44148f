namespace GanDsl.Training.Tests.Runs;

public sealed class InterpolationTests
{
    [Fact]
    public void Rows_GoFromOneLatentToTheNext_AlongACircle()
    {
        // From (3, 0) to (0, 3): in three parts, by 30°; from (1, 0) to (0, 2): lengths grow evenly.
        var rows = Interpolation.Rows([3, 0, 0, 3, 1, 0, 0, 2], size: 2, columns: 4);
        var (c, s) = (MathF.Cos(MathF.PI / 6), MathF.Sin(MathF.PI / 6));
        float[] expected = [3, 0, 3 * c, 3 * s, 3 * s, 3 * c, 0, 3, 1, 0, 4f / 3 * c, 4f / 3 * s, 5f / 3 * s, 5f / 3 * c, 0, 2];
        Assert.Equal(expected, rows, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void WhereThereIsNoCircle_TheWayIsStraight()
    {
        Assert.Equal([2, 4, 3, 6, 4, 8], Interpolation.Rows([2, 4, 4, 8], size: 2, columns: 3), (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([1, 0, 0, 0, -1, 0], Interpolation.Rows([1, 0, -1, 0], size: 2, columns: 3), (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0, 0, 0, 0.5f, 0, 1], Interpolation.Rows([0, 0, 0, 1], size: 2, columns: 3), (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
