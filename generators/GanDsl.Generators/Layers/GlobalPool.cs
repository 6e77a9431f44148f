using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>One number for the pixels of each channel: (N, C, L) or (N, C, H, W) → (N, C).</summary>
internal abstract record GlobalPool : Layer
{
    public override bool BackwardReadsOutput => false;

    public override Fit Fit(Shape input) => input.HasPixels
        ? Gives(input.Channels)
        : Fails(LayerRules.Rank, "it takes sequences (N, channels, length) or pictures (N, channels, height, width); put [Reshape] before it");

    /// <summary>The sums over the channels' pixels: a batch of N pictures is viewed as one of N · C channels.</summary>
    protected static Value Sums(Lowering at, Value input, string name)
    {
        var sums = at.Builder.Reduce(Over.Sample, at.Builder.Regroup(input, input.Extent.Channels, at.Name("Channels")), name);
        return at.Builder.Regroup(sums, input.Extent with { Dimensions = EquatableArray.Of(input.Extent.Channels) }, at.Name());
    }
}

/// <summary>The mean of each channel's pixels. PyTorch: x.flatten(2).mean(2).</summary>
internal sealed record GlobalAvgPool : GlobalPool
{
    public static Layer Read(AttributeValues values) => new GlobalAvgPool();

    public override string Name => "GlobalAvgPool";

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"nn.Sequential(nn.AdaptiveAvgPool{Numbers.Plain(inputs[0].Rank - 1)}d(1), nn.Flatten())");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"GlobalAvgPool({names.Input})");

    public override Value Lower(Lowering at, Value input)
    {
        var sums = Sums(at, input, at.Name("Sums"));
        return at.Map(1.0 / input.Extent.Pixels * X(0), sums);
    }
}

/// <summary>The sum of each channel's pixels. PyTorch: x.flatten(2).sum(2).</summary>
internal sealed record GlobalSumPool : GlobalPool
{
    public static Layer Read(AttributeValues values) => new GlobalSumPool();

    public override string Name => "GlobalSumPool";

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of("GlobalSumPool()", """"
        class GlobalSumPool(nn.Module):
            """The sum of each channel's pixels."""

            def forward(self, x):
                return x.flatten(2).sum(2)
        """");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"GlobalSumPool({names.Input})");

    public override Value Lower(Lowering at, Value input) => Sums(at, input, at.Name("Sums"));
}
