using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Channels that say how much the samples of a group differ. StyleGAN2's MinibatchStdLayer.</summary>
internal sealed record MinibatchStdDev(int Group, int Channels, double Eps) : Layer
{
    private const string PythonClass = """"
        class MinibatchStdDev(nn.Module):
            """Channels that say how much the samples of a group differ."""

            def __init__(self, group, channels, eps):
                super().__init__()
                self.group, self.channels, self.eps = group, channels, eps

            def forward(self, x):
                count, channels, height, width = x.shape
                size = max(size for size in range(1, min(self.group, count) + 1) if count % size == 0)
                groups = x.reshape(size, -1, self.channels, channels // self.channels, height, width)
                deviation = (groups.var(0, unbiased=False) + self.eps).sqrt().mean((2, 3, 4))
                spread = deviation.reshape(1, -1, self.channels, 1, 1).expand(size, -1, -1, height, width)
                return torch.cat([x, spread.reshape(count, self.channels, height, width)], 1)
        """";

    public static Layer Read(AttributeValues values) => new MinibatchStdDev(values.Int("group"), values.Int("channels"), values.Double("eps"));

    public override string Name => "MinibatchStdDev";

    public override string Description =>
        $"{Name}(group {Numbers.Plain(Group)}{(Channels == 1 ? "" : $", channels {Numbers.Plain(Channels)}")}"
        + $"{(Eps == 1e-8 ? "" : $", eps {Numbers.Literal(Eps)}")})";

    public override bool CouplesSamples => true;

    public override bool DependsOnMode => false;

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => AtLeast("group", Group, 1) ?? AtLeast("channels", Channels, 1) ?? Positive("eps", Eps);

    public override Fit Fit(Shape input) =>
        input.Rank != 3 ? Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it")
        : input.Channels % Channels != 0
        ? Fails(
            LayerRules.Groups, $"its channels {Numbers.Plain(Channels)} do not divide the {Numbers.Plain(input.Channels)} channels of the input; use a divisor")
        : (long)input.Channels + Channels > int.MaxValue ? Fails(LayerRules.Overflow, "it makes more channels than can be counted; use fewer")
        : Gives(input.Channels + Channels, input.Height, input.Width);

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"MinibatchStdDev({Numbers.Plain(Group)}, {Numbers.Plain(Channels)}, {Numbers.Literal(Eps)})", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"MinibatchStdDev({names.Input}, group: {Numbers.Plain(Group)}, channels: {Numbers.Plain(Channels)}, eps: {Numbers.Literal(Eps)})");

    public override Value Lower(Lowering at, Value input)
    {
        var builder = at.Builder;
        var extent = input.Extent;
        var mean = builder.Add(new Operation.GroupMean(Group), [input], extent, at.Name("Mean"));
        var squares = builder.Map((X(0) - X(1)) * (X(0) - X(1)), extent, at.Name("Squares"), (input, Reading.Full), (mean, Reading.Full));
        var variance = builder.Add(new Operation.GroupMean(Group), [squares], extent, at.Name("Variance"));
        var deviation = builder.Map(Sqrt(X(0) + Eps), extent, at.Name("Deviation"), (variance, Reading.Full));
        var sums = builder.Reduce(Over.Sample, builder.Regroup(deviation, Channels, at.Name("Shares")), at.Name("Sums"));
        var added = extent with { Dimensions = EquatableArray.Of([Channels, .. extent.Dimensions.Skip(1)]) };
        var spread = builder.Map((double)Channels / extent.Elements * X(0), added, at.Name("Spread"), (sums, Reading.SampleChannel(added)));
        return builder.Concat([input, spread], at.Name());
    }
}
