using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>Each pixel attends to all others. SAGAN's self-attention, as BigGAN has it.</summary>
internal sealed record SelfAttention2d(int Key, int ValueRatio, int Pool) : Layer
{
    private const string PythonClass = """"
        class SelfAttention2d(nn.Module):
            """Each pixel attends to all others."""

            def __init__(self, channels, key, value, pool):
                super().__init__()
                self.pool = pool
                for name, outputs, inputs in [
                    ("theta", channels // key, channels),
                    ("phi", channels // key, channels),
                    ("g", channels // value, channels),
                    ("o", channels, channels // value),
                ]:
                    weight = nn.Parameter(torch.empty(outputs, inputs, 1, 1))
                    nn.init.kaiming_uniform_(weight, a=5**0.5)
                    self.register_parameter(name, weight)
                self.gamma = nn.Parameter(torch.zeros(1))

            def forward(self, x):
                queries = F.conv2d(x, self.theta).flatten(2)
                keys = F.max_pool2d(F.conv2d(x, self.phi), self.pool).flatten(2)
                values = F.max_pool2d(F.conv2d(x, self.g), self.pool).flatten(2)
                shares = (queries.transpose(1, 2) @ keys).softmax(-1)
                looked = (values @ shares.transpose(1, 2)).reshape(x.shape[0], -1, *x.shape[2:])
                return x + self.gamma * F.conv2d(looked, self.o)
        """";

    public static Layer Read(AttributeValues values) => new SelfAttention2d(values.Int("key"), values.Int("value"), values.Int("pool"));

    public override string Name => "SelfAttention2d";

    public override string Description
    {
        get
        {
            var arguments = new List<string>();
            if (Key != 8) arguments.Add($"key {Numbers.Plain(Key)}");
            if (ValueRatio != 2) arguments.Add($"value {Numbers.Plain(ValueRatio)}");
            if (Pool != 2) arguments.Add($"pool {Numbers.Plain(Pool)}");
            return arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", arguments)})";
        }
    }

    public override bool BackwardReadsOutput => false;

    public override int? SpectralDimension => 0;

    public override string? BadArgument() => AtLeast("key", Key, 1) ?? AtLeast("value", ValueRatio, 1) ?? AtLeast("pool", Pool, 1);

    public override Fit Fit(Shape input) =>
        input.Rank != 3 ? Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it")
        : input.Channels % Key != 0
        ? Fails(LayerRules.Groups, $"its key {Numbers.Plain(Key)} does not divide the {Numbers.Plain(input.Channels)} channels of the input; use a divisor")
        : input.Channels % ValueRatio != 0
        ? Fails(
            LayerRules.Groups,
            $"its value {Numbers.Plain(ValueRatio)} does not divide the {Numbers.Plain(input.Channels)} channels of the input; use a divisor")
        : Math.Min(input.Height, input.Width) < Pool
        ? Fails(
            LayerRules.NoPixels,
            $"leaves nothing to attend to: its window of {Numbers.Plain(Pool)} is larger than the {Numbers.Plain(input.Height)} × {Numbers.Plain(input.Width)} "
                + "pixels; use a smaller pool")
        : (long)Pixels(input) * Seen(input) > int.MaxValue
        ? Fails(LayerRules.Overflow, "it compares more pairs of pixels than can be counted; put it where pictures are smaller")
        : new Fit.Gives(input);

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        yield return Pointwise("theta", input.Channels / Key, input.Channels);
        yield return Pointwise("phi", input.Channels / Key, input.Channels);
        yield return Pointwise("g", input.Channels / ValueRatio, input.Channels);
        yield return Pointwise("o", input.Channels, input.Channels / ValueRatio);
        yield return new Parameter("gamma", ParameterRole.Other, EquatableArray.Of(1), new Initializer.Constant(0));
    }

    public override long MultiplyAdds(Shape input, Shape output)
    {
        var (key, value, pixels) = (input.Channels / Key, input.Channels / ValueRatio, (long)Pixels(input));
        return (pixels * input.Channels * ((2 * key) + (2 * value))) + (pixels * Seen(input) * (key + value));
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(
        $"SelfAttention2d({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(Key)}, {Numbers.Plain(ValueRatio)}, {Numbers.Plain(Pool)})", PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"SelfAttention2d({names.Input}, {names.Parameter("theta")}, {names.Parameter("phi")}, {names.Parameter("g")}, {names.Parameter("o")}, "
            + $"{names.Parameter("gamma")}, pool: {Numbers.Plain(Pool)})");

    public override Value Lower(Lowering at, Value input)
    {
        var (builder, shape) = (at.Builder, at.Input);
        var (key, value, pixels, seen) = (shape.Channels / Key, shape.Channels / ValueRatio, Pixels(shape), Seen(shape));
        var window = new Window(new Pair(Pool, Pool), new Pair(Pool, Pool), default, new Pair(1, 1), 1);
        var (theta, phi, g) = (Convolved("theta", key, "Theta"), Pooled("phi", key, "Phi"), Pooled("g", value, "G"));

        // Rows are the pixels that attend, columns those attended to.
        var scores = builder.BatchMatMul(new(pixels, key, seen, TransposesFirst: true, TransposesSecond: false), theta, phi, at.Name("Scores"));
        var shares = builder.Regroup(builder.Softmax(builder.Regroup(scores, pixels, at.Name("Rows")), at.Name("Shares")), scores.Extent, at.Name("Attention"));
        var looked = builder.BatchMatMul(new(value, seen, pixels, TransposesFirst: false, TransposesSecond: true), g, shares, at.Name("Looked"));
        var back = Convolve("o", builder.Reshape(looked, Shape.Of(value, shape.Height, shape.Width), at.Name("Seen")), shape.Channels, "Back");
        return builder.Map(
            X(0) + (X(1) * X(2)), input.Extent, at.Name(), (input, Reading.Full), (back, Reading.Full), (at.Parameter("gamma")!, Reading.Single));

        Value Convolved(string name, int channels, string what) => Convolve(name, input, channels, what);

        Value Pooled(string name, int channels, string what) =>
            builder.MaxPool(Convolved(name, channels, what + "All"), window, Shape.Of(channels, shape.Height / Pool, shape.Width / Pool), at.Name(what));

        Value Convolve(string name, Value picture, int channels, string what) => builder.Contract(
            new Trilinear.Convolution(picture.Extent.Shape, Shape.Of(channels, shape.Height, shape.Width), Window.Single), Side.Small, picture,
            at.Parameter(name)!, at.Name(what));
    }

    private static int Pixels(Shape input) => input.Height * input.Width;

    private int Seen(Shape input) => input.Height / Pool * (input.Width / Pool);

    private static Parameter Pointwise(string name, int outputs, int inputs) =>
        new(name, ParameterRole.Weight, EquatableArray.Of(outputs, inputs, 1, 1), Initializer.KaimingUniform(inputs));
}
