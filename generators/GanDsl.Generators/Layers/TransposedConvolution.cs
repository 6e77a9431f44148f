using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A transposed convolution of sequences or of pictures. PyTorch: nn.ConvTranspose1d, nn.ConvTranspose2d.</summary>
/// <param name="Directions">1 over sequences, which are pictures of height 1; 2 over pictures.</param>
internal sealed record TransposedConvolution(int Directions, int Channels, Window Window, Pair OutputPadding, bool Bias, string? ArgumentProblem) : Layer
{
    public static Layer Read1d(AttributeValues values) => Read(values, directions: 1);

    public static Layer Read2d(AttributeValues values) => Read(values, directions: 2);

    private static Layer Read(AttributeValues values, int directions)
    {
        var (kernel, stride, padding, dilation) = (values.Ints("kernel", 0), values.Ints("stride", 1), values.Ints("padding", 0), values.Ints("dilation", 1));
        var outputPadding = values.Ints("outputPadding", 0);
        var groups = values.Int("groups");
        var problem = AtLeast("channels", values.Int("channels"), 1) ?? AtLeast("kernel", kernel, 1) ?? AtLeast("stride", stride, 1)
            ?? AtLeast("padding", padding, 0) ?? AtLeast("outputPadding", outputPadding, 0) ?? AtLeast("dilation", dilation, 1) ?? AtLeast("groups", groups, 1)
            ?? OutputPaddingProblem(Pair.From(outputPadding, directions, 0), Pair.From(stride, directions, 1), Pair.From(dilation, directions, 1));

        return new TransposedConvolution(
            directions,
            values.Int("channels"),
            problem is not null ? default : new Window(
                Pair.From(kernel, directions, 1), Pair.From(stride, directions, 1), Pair.From(padding, directions, 0), Pair.From(dilation, directions, 1),
                groups),
            problem is null ? Pair.From(outputPadding, directions, 0) : default,
            values.Bool("bias"),
            problem);
    }

    public override string Name => $"ConvTranspose{Numbers.Plain(Directions)}d";

    public override string Description =>
        ArgumentProblem is not null ? Name
        : $"{Name}({Numbers.Plain(Channels)}{Window.Describe(Directions)}{OutputPadding.Describe("output padding", 0, Directions)}{(Bias ? "" : ", no bias")})";

    public override bool BackwardReadsOutput => false;

    public override int? SpectralDimension => 1;

    public override bool AddsBias => Bias;

    public override string? BadArgument() => ArgumentProblem;

    public override Fit Fit(Shape input)
    {
        if (input.Rank != Directions + 1) return NoPixelsToMoveOver(Directions);
        var picture = input.AsPicture;
        if (Window.GroupsProblem(input.Channels, Channels) is { } groups) return Fails(LayerRules.Groups, groups);

        var height = LengthOf(picture.Height, Window.Kernel.Height, Window.Stride.Height, Window.Padding.Height, OutputPadding.Height, Window.Dilation.Height);
        var width = LengthOf(picture.Width, Window.Kernel.Width, Window.Stride.Width, Window.Padding.Width, OutputPadding.Width, Window.Dilation.Width);
        if (height < 1) return NoPixels(
            "height", picture.Height, Window.Kernel.Height, Window.Stride.Height, Window.Padding.Height, OutputPadding.Height, Window.Dilation.Height, height);
        if (width < 1)
            return NoPixels(
                Along(Directions), picture.Width, Window.Kernel.Width, Window.Stride.Width, Window.Padding.Width, OutputPadding.Width, Window.Dilation.Width,
                width);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "it makes a picture of more pixels than can be counted; use a smaller stride or kernel")
            : GivesPixels(Directions, Channels, height, width);
    }

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        // PyTorch takes dimension 1 of the weight (in, out / groups, …) as fan-in here, too.
        var outside = Channels / Window.Groups;
        var fanIn = (long)outside * Window.Kernel.Height * Window.Kernel.Width;
        yield return new Parameter("weight", ParameterRole.Weight, Window.WeightShape(input.Channels, outside, Directions), Initializer.KaimingUniform(fanIn));
        if (Bias) yield return new Parameter("bias", ParameterRole.Bias, EquatableArray.Of(Channels), Initializer.BiasUniform(fanIn));
    }

    // Dimension 0 of the weight counts the inputs of all groups.
    public override long FanIn(Parameter weight) => base.FanIn(weight) / Window.Groups;

    public override long MultiplyAdds(Shape input, Shape output) =>
        input.Elements * (Channels / Window.Groups) * Window.Kernel.Height * Window.Kernel.Width;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(
        $"nn.{Name}({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(Channels)}, {Window.Python(Directions)}"
            + $"{(OutputPadding == default ? "" : $", output_padding={OutputPadding.PythonIn(Directions)}")}{(Bias ? "" : ", bias=False")})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output)
    {
        var window = names.Field("window");
        return new TorchText(
            $"{Name}({names.Input}, {names.Parameter("weight")}, {names.Parameter("bias", Bias)}, {window})",
            Field: TorchText.WindowField(window, Window, OutputPadding));
    }

    // It is the adjoint of a convolution whose output has its input's size, unless outputPadding reaches the stride: then autograd differentiates it.
    public override TorchBackward? Backward(TorchNames names, string output, Shape input) =>
        OutputPadding.Height >= Window.Stride.Height || OutputPadding.Width >= Window.Stride.Width ? null : new(
            $"{Name}ToInput(gradient, {names.Field("weight")}.Frozen, {names.Field("window")})",
            $"{Name}ToParameters(gradient, {names.Input}, {names.Field("weight")}, {names.Field("bias", Bias)}, {names.Field("window")});",
            CreatingGraph: $"{Name}ToInput(gradient, {names.Field("weight")}.Tracked, {names.Field("window")})");

    public override Value Lower(Lowering at, Value input) =>
        at.Contract(Trilinear.Convolution.Of(at.Output, at.Input, Window), Side.Large, input);

    private static long LengthOf(long size, long kernel, long stride, long padding, long outputPadding, long dilation) =>
        ((size - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + outputPadding + 1;

    private static Fit NoPixels(string side, int size, int kernel, int stride, int padding, int outputPadding, int dilation, long result) => Fails(
        LayerRules.NoPixels,
        $"leaves {side} ({Numbers.Plain(size)} − 1)·{Numbers.Plain(stride)} − 2·{Numbers.Plain(padding)} + {Numbers.Plain(dilation)}·({Numbers.Plain(kernel)} "
            + $"− 1) + {Numbers.Plain(outputPadding)} + 1 = {Numbers.Plain(result)}; use a smaller padding or a larger kernel");

    private static string? OutputPaddingProblem(Pair outputPadding, Pair stride, Pair dilation) =>
        OutputPaddingProblem(outputPadding.Height, stride.Height, dilation.Height) ?? OutputPaddingProblem(outputPadding.Width, stride.Width, dilation.Width);

    private static string? OutputPaddingProblem(int outputPadding, int stride, int dilation) =>
        outputPadding < Math.Max(stride, dilation)
            ? null
            : $"outputPadding is {Numbers.Plain(outputPadding)}; it must be smaller than stride {Numbers.Plain(stride)} or dilation {Numbers.Plain(dilation)}";
}
