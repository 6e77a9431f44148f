extern alias generators;

using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Tests.Programs.Harness;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;
using BorderMode = generators::GanDsl.PaddingMode;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>The oracle itself, on numbers small enough to check by hand.</summary>
public class ProgramInterpreterTests
{
    private readonly ProgramBuilder builder = new();

    [Fact]
    public void Linear_MultipliesByTheTransposedWeight()
    {
        var (x, weight) = (builder.Input("x", Extent.Of(1, Shape.Of(2))), builder.Input("weight", Extent.Fixed(3, 2)));
        var y = builder.Contract(new Trilinear.Linear(2, 3), Side.Small, x, weight, "y");

        Assert.Equal([5, 11, 17, 11, 25, 39], Run(2, ("x", [1, 2, 3, 4]), ("weight", [1, 2, 3, 4, 5, 6]))[y]);
    }

    [Fact]
    public void Conv2d_Strides_Pads_AndKeepsItsGroupsApart()
    {
        var window = new Window(new Pair(2, 1), new Pair(2, 1), new Pair(1, 0), new Pair(1, 1), 2);
        var form = new Trilinear.Convolution(Shape.Of(2, 2, 2), Shape.Of(2, 2, 2), window);
        var (x, weight) = (builder.Input("x", Extent.Of(1, Shape.Of(2, 2, 2))), builder.Input("weight", Extent.Fixed(2, 1, 2, 1)));
        var y = builder.Contract(form, Side.Small, x, weight, "y");

        // Rows −1 and 0, then 1 and 2, of pictures [[1, 2], [3, 4]] and [[5, 6], [7, 8]].
        Assert.Equal([10, 20, 3, 4, 500, 600, 700, 800], Run(1, ("x", [1, 2, 3, 4, 5, 6, 7, 8]), ("weight", [1, 10, 100, 100]))[y]);
    }

    [Fact]
    public void Upsample_RepeatsPixels_AndBlockSumAddsThemUp()
    {
        var x = builder.Input("x", Extent.Of(1, Shape.Of(1, 1, 2)));
        var large = builder.Add(new Operation.Upsample(new Pair(2, 3)), [x], Extent.Of(1, Shape.Of(1, 2, 6)), "large");
        var sums = builder.Add(new Operation.BlockSum(new Pair(1, 2)), [large], Extent.Of(1, Shape.Of(1, 2, 3)), "sums");

        var run = Run(1, ("x", [1, 10]));
        Assert.Equal([1, 1, 1, 10, 10, 10, 1, 1, 1, 10, 10, 10], run[large]);
        Assert.Equal([2, 11, 20, 2, 11, 20], run[sums]);
    }

    [Fact]
    public void Average_CountsPaddingAsZeros_AndItsAdjointSpreadsEvenly()
    {
        var window = new Window(new Pair(1, 2), new Pair(1, 2), new Pair(0, 1), new Pair(1, 1), 1);
        var x = builder.Input("x", Extent.Of(1, Shape.Of(1, 1, 3)));
        var means = builder.Add(new Operation.AvgPool(window), [x], Extent.Of(1, Shape.Of(1, 1, 2)), "means");
        var shares = builder.Add(new Operation.AvgPoolAdjoint(window), [means], x.Extent, "shares");

        var run = Run(1, ("x", [2, 4, 8]));
        Assert.Equal([1, 6], run[means]);
        Assert.Equal([0.5, 3, 3], run[shares]);
    }

    [Fact]
    public void Concat_PutsChannelsBehindEachOther_InEachSample_AndSliceTakesThemOut()
    {
        var (x, y) = (builder.Input("x", Extent.Of(1, Shape.Of(1, 2))), builder.Input("y", Extent.Of(1, Shape.Of(2, 2))));
        var both = builder.Concat([x, y], "both");
        var middle = builder.Slice(both, 1, 1, "middle");

        var run = Run(2, ("x", [1, 2, 3, 4]), ("y", [10, 20, 30, 40, 50, 60, 70, 80]));
        Assert.Equal([1, 2, 10, 20, 30, 40, 3, 4, 50, 60, 70, 80], run[both]);
        Assert.Equal([10, 20, 50, 60], run[middle]);
    }

    [Fact]
    public void ConvTranspose2d_SpreadsEachPixelByTheKernel()
    {
        var form = new Trilinear.Convolution(Shape.Of(1, 3, 3), Shape.Of(1, 2, 2), new Window(new Pair(2, 2), new Pair(1, 1), default, new Pair(1, 1), 1));
        var (x, weight) = (builder.Input("x", Extent.Of(1, Shape.Of(1, 2, 2))), builder.Input("weight", Extent.Fixed(1, 1, 2, 2)));
        var y = builder.Contract(form, Side.Large, x, weight, "y");

        Assert.Equal([1, 12, 20, 103, 1234, 2040, 300, 3400, 4000], Run(1, ("x", [1, 2, 3, 4]), ("weight", [1, 10, 100, 1000]))[y]);
    }

    [Fact]
    public void AnEpilogue_ReadsTheSumAsVariable0_AndFurtherInputsByTheirReadings()
    {
        var extent = Extent.Of(1, Shape.Of(2));
        var (x, weight) = (builder.Input("x", extent), builder.Input("weight", Extent.Fixed(2, 2)));
        var (bias, skip) = (builder.Input("bias", Extent.Fixed(2)), builder.Input("skip", extent));
        var fused = new Operation.Contract(
            new Trilinear.Linear(2, 2), Side.Small, Leaky(X(0) + X(1), 0.5) + X(2), EquatableArray.Of(Reading.Channel(extent), Reading.Full));
        var y = builder.Add(fused, [x, weight, bias, skip], extent, "y");

        // The sums are 1 and 2, with the bias 11 and −18.
        Assert.Equal([1011, -7], Run(1, ("x", [1, 2]), ("weight", [1, 0, 0, 1]), ("bias", [10, -20]), ("skip", [1000, 2]))[y]);
    }

    [Fact]
    public void AMap_ReadsEachOperandInItsWay_AndKnowsTheSample()
    {
        var extent = Extent.Of(1, Shape.Of(2, 1, 2));
        var y = builder.Map(
            X(0) + X(1) + X(2) + X(3) + (10_000 * new SampleIndex()),
            extent,
            "y",
            (builder.Input("full", extent), Reading.Full),
            (builder.Input("channel", Extent.Fixed(2)), Reading.Channel(extent)),
            (builder.Input("sample", Extent.PerSample(1)), Reading.Sample(extent)),
            (builder.Input("single", Extent.Single), Reading.Single));

        var run = Run(2, ("full", [1, 2, 3, 4, 5, 6, 7, 8]), ("channel", [10, 20]), ("sample", [100, 200]), ("single", [1000]));

        Assert.Equal([1111, 1112, 1123, 1124, 11215, 11216, 11227, 11228], run[y]);
    }

    [Fact]
    public void AReduction_GivesASumForEachTerm()
    {
        var extent = Extent.Of(1, Shape.Of(2, 1, 2));
        var (x, scale) = (builder.Input("x", extent), builder.Input("scale", Extent.Fixed(2)));
        EquatableArray<Value> Sums(Over over, Extent left) => builder.Add(
            new Operation.Reduce(over, EquatableArray.Of(X(0), X(0) * X(1), X(0) * X(0), 1), extent, EquatableArray.Of(Reading.Full, Reading.Channel(extent))),
            [x, scale],
            [left, left, left, left],
            ["sum", "scaled", "squares", "count"]);
        var channels = Sums(Over.Channel, Extent.Fixed(2));
        var samples = Sums(Over.Sample, Extent.PerSample(1));
        var all = Sums(Over.All, Extent.Single);

        var run = Run(2, ("x", [1, 2, 3, 4, 5, 6, 7, 8]), ("scale", [1, 10]));

        Assert.Equal([[14, 22], [14, 220], [66, 138], [4, 4]], channels.Select(sum => run[sum]));
        Assert.Equal([[10, 26], [73, 161], [30, 174], [4, 4]], samples.Select(sum => run[sum]));
        Assert.Equal([[36], [234], [204], [8]], all.Select(sum => run[sum]));
    }

    [Fact]
    public void Moments_AreBiased_AndTheRunningVarianceIsNot()
    {
        var (mean, variance) = (new Operation.Statistic(1, "0.running_mean", 0), new Operation.Statistic(1, "0.running_var", 64));
        var x = builder.Input("x", Extent.Of(1, Shape.Of(2)));
        var of = builder.Add(
            new Operation.Moments(0.75, 0.25, mean, variance), [x], [Extent.Fixed(2), Extent.Fixed(2), Extent.Fixed(2)], ["mean", "variance", "inverse"]);
        var after = builder.Add(variance, [], Extent.Fixed(2), "after");

        var leaves = new Leaves(3).Give("x", 1, 5, 2, 5, 3, 5).Give(mean, 10, 1).Give(variance, 1, 4);
        var run = ProgramInterpreter.Run(builder.ToProgram(), leaves);

        Assert.Equal([2, 5], run[of[0]]);
        AssertClose([2 / 3.0, 0], run[of[1]]);
        AssertClose([1 / Math.Sqrt((2 / 3.0) + 0.75), 1 / Math.Sqrt(0.75)], run[of[2]]);
        Assert.Equal([8, 2], run.Statistics[mean]);
        AssertClose([1, 3], run.Statistics[variance]);
        Assert.Equal(run.Statistics[variance], run[after]);
    }

    [Theory]
    [InlineData(BorderMode.Zeros, "0 0 0 0 0|0 1 2 3 0|0 4 5 6 0|0 0 0 0 0", "1 2 3 4 5 6")]
    [InlineData(BorderMode.Reflect, "5 4 5 6 5|2 1 2 3 2|5 4 5 6 5|2 1 2 3 2", "2 12 6 8 30 12")]
    [InlineData(BorderMode.Replicate, "1 1 2 3 3|1 1 2 3 3|4 4 5 6 6|4 4 5 6 6", "4 4 12 16 10 24")]
    [InlineData(BorderMode.Circular, "6 4 5 6 4|3 1 2 3 1|6 4 5 6 4|3 1 2 3 1", "4 4 12 16 10 24")]
    public void Pad_FillsTheBorder_AndFoldAddsItBack(BorderMode mode, string padded, string folded)
    {
        var (small, large) = (Extent.Of(1, Shape.Of(1, 2, 3)), Extent.Of(1, Shape.Of(1, 4, 5)));
        var x = builder.Input("x", small);
        var y = builder.Add(new Operation.Pad(mode, new Pair(1, 1)), [x], large, "y");
        var z = builder.Add(new Operation.PadAdjoint(mode, new Pair(1, 1)), [y], small, "z");

        var run = Run(1, ("x", [1, 2, 3, 4, 5, 6]));

        Assert.Equal(padded.Split(' ', '|').Select(int.Parse).Select(number => (double)number), run[y]);
        Assert.Equal(folded.Split(' ').Select(int.Parse).Select(number => (double)number), run[z]);
    }

    [Fact]
    public void AJointValue_HasTheFirstBatchFirst()
    {
        var (reals, fakes) = (builder.Input("reals", Extent.Of(1, Shape.Of(1))), builder.Input("fakes", Extent.Of(1, Shape.Of(1))));
        var both = builder.Add(new Operation.Join(), [reals, fakes], Extent.Of(2, Shape.Of(1)), "both");
        var (first, second) =
            (builder.Add(new Operation.Half(0), [both], reals.Extent, "first"), builder.Add(new Operation.Half(1), [both], reals.Extent, "second"));

        var run = Run(2, ("reals", [1, 2]), ("fakes", [3, 4]));

        Assert.Equal([1, 2, 3, 4], run[both]);
        Assert.Equal([1, 2], run[first]);
        Assert.Equal([3, 4], run[second]);
    }

    [Fact]
    public void Effects_AreKeptInTheirOrder_WithWhatTheyTook()
    {
        var (batch, share) = (builder.BatchSize(), builder.BatchShare());
        builder.Do(new Operation.Gradient(1, "0.weight", 0), batch);
        builder.Do(new Operation.Update(1));
        builder.Do(new Operation.Report("loss"), share);
        builder.Do(new Operation.Result("fakes"), batch);

        var run = Run(4);

        Assert.Equal(
            [typeof(Operation.Gradient), typeof(Operation.Update), typeof(Operation.Report), typeof(Operation.Result)],
            run.Effects.Select(effect => effect.Effect.GetType()));
        Assert.Equal([4], run.Gradient(1, "0.weight"));
        Assert.Equal([0.25], run.Report("loss"));
        Assert.Equal([4], run.Result("fakes"));
    }

    [Fact]
    public void ALeafThatIsNotGiven_HasTheSameNumbers_WhateverStandsAroundIt()
    {
        var x = builder.Input("x", Extent.Of(1, Shape.Of(3)));
        var kept = builder.Draw(Distribution.Bernoulli, Extent.Of(1, Shape.Of(50)), "kept", 0.25);
        var other = new ProgramBuilder();
        other.Draw(Distribution.Bernoulli, kept.Extent, "renamed", 0.25);
        other.Input("y", x.Extent);
        other.Input("x", x.Extent);

        var (run, again) = (Run(20), ProgramInterpreter.Run(other.ToProgram(), new Leaves(20)));

        Assert.Equal(run[x], again["x"]);
        Assert.Equal(run[kept], again["renamed"]);
        Assert.NotEqual(again["x"], again["y"]);
        Assert.InRange(run[kept].Average(), 0.2, 0.3);
    }

    private ProgramRun Run(int batch, params (string Name, double[] Numbers)[] given)
    {
        var leaves = new Leaves(batch);
        foreach (var (name, numbers) in given) leaves.Give(name, numbers);
        return ProgramInterpreter.Run(builder.ToProgram(), leaves);
    }

    private static void AssertClose(double[] expected, double[] actual) =>
        Assert.All(expected.PairedWith(actual), pair => Assert.Equal(pair.First, pair.Second, 14));
}
