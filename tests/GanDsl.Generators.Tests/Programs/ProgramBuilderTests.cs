using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Tests.Programs;

public class ProgramBuilderTests
{
    private readonly ProgramBuilder builder = new();

    [Fact]
    public void TheSameOperation_OfTheSameInputs_IsWrittenOnce()
    {
        var x = builder.Input("x", Extent.Of(1, Shape.Of(4)));

        var first = builder.Map(Tanh(X(0)), x.Extent, "first", (x, Reading.Full));
        var second = builder.Map(Tanh(X(0)), x.Extent, "second", (x, Reading.Full));

        Assert.Same(first, second);
        Assert.Equal(2, builder.Nodes.Count);
    }

    [Fact]
    public void TheSameOperation_OverAnotherExtent_IsAnotherValue()
    {
        var (wide, flat) = (Extent.Of(1, Shape.Of(2, 2)), Extent.Of(2, Shape.Of(4)));
        var x = builder.Input("x", flat);
        var single = builder.Input("single", Extent.Single);

        foreach (var extent in new[] { wide, flat })
        {
            Assert.Equal(extent, builder.Map(0, extent, "zeros").Extent);
            Assert.Equal(extent, builder.Map(2 * X(0), extent, "spread", (single, Reading.Single)).Extent);
        }

        Assert.Equal(Shape.Of(2, 2), builder.Reshape(x, Shape.Of(2, 2), "square").Extent.Shape);
        Assert.Equal(Shape.Of(1, 4), builder.Reshape(x, Shape.Of(1, 4), "row").Extent.Shape);
    }

    [Fact]
    public void Draws_AreNeverShared()
    {
        var extent = Extent.Of(1, Shape.Of(4));

        Assert.NotEqual(builder.Draw(Distribution.Normal, extent, "z"), builder.Draw(Distribution.Normal, extent, "z"));
    }

    /// <summary>D, which begins with BatchNorm, may see the same fakes in both updates.</summary>
    [Fact]
    public void Moments_AreSharedOnlyWhereNoRunningStatisticsFollow()
    {
        var x = builder.Input("x", Extent.Of(1, Shape.Of(4)));
        var (mean, variance) = (new Operation.Statistic(1, "0.running_mean", 0), new Operation.Statistic(1, "0.running_var", 64));
        Value Mean(Operation.Moments moments) =>
            builder.Add(moments, [x], [Extent.Fixed(4), Extent.Fixed(4), Extent.Fixed(4)], ["mean", "variance", "inverseStd"])[0];

        Assert.Same(Mean(new Operation.Moments(1e-5, 0.1, null, null)), Mean(new Operation.Moments(1e-5, 0.1, null, null)));
        Assert.NotSame(Mean(new Operation.Moments(1e-5, 0.1, mean, variance)), Mean(new Operation.Moments(1e-5, 0.1, mean, variance)));
    }

    [Fact]
    public void NoTwoValues_ShareAName()
    {
        var x = builder.Input("x", Extent.Single);
        for (var i = 0; i < 3; i++) builder.Map(X(0) + i + 1, x.Extent, "x", (x, Reading.Full));

        Assert.Equal(["x", "x_2", "x_3", "x_4"], builder.Nodes.Select(node => node.Outputs[0].Name));
    }
}
