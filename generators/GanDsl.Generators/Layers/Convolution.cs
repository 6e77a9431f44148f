using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A convolution of sequences or of pictures. PyTorch: nn.Conv1d, nn.Conv2d.</summary>
/// <param name="Directions">1 over sequences, which are pictures of height 1; 2 over pictures.</param>
internal sealed record Convolution(int Directions, int Channels, Window Window, bool Bias, PaddingMode PaddingMode, string? ArgumentProblem) : Layer
{
    public static Layer Read1d(AttributeValues values) => Read(values, directions: 1);

    public static Layer Read2d(AttributeValues values) => Read(values, directions: 2);

    private static Layer Read(AttributeValues values, int directions)
    {
        var (kernel, stride, padding, dilation) = (values.Ints("kernel", 0), values.Ints("stride", 1), values.Ints("padding", 0), values.Ints("dilation", 1));
        var groups = values.Int("groups");
        var problem = AtLeast("channels", values.Int("channels"), 1) ?? AtLeast("kernel", kernel, 1) ?? AtLeast("stride", stride, 1)
            ?? AtLeast("padding", padding, 0) ?? AtLeast("dilation", dilation, 1) ?? AtLeast("groups", groups, 1);
        var mode = values.Int("paddingMode");
        if (mode is < 0 or > (int)PaddingMode.Circular) problem ??= $"paddingMode is {Numbers.Plain(mode)}; it must be one of PaddingMode's";

        return new Convolution(
            directions,
            values.Int("channels"),
            problem is not null ? default : new Window(
                Pair.From(kernel, directions, 1), Pair.From(stride, directions, 1), Pair.From(padding, directions, 0), Pair.From(dilation, directions, 1),
                groups),
            values.Bool("bias"),
            (PaddingMode)mode,
            problem);
    }

    public override string Name => $"Conv{Numbers.Plain(Directions)}d";

    public override string Description =>
        ArgumentProblem is not null ? Name
        : $"{Name}({Numbers.Plain(Channels)}{Window.Describe(Directions)}"
            + $"{(PaddingMode == PaddingMode.Zeros ? "" : $", padding mode {PaddingMode.ToString().ToLowerInvariant()}")}{(Bias ? "" : ", no bias")})";

    public override bool BackwardReadsOutput => false;

    public override int? SpectralDimension => 0;

    public override bool AddsBias => Bias;

    public override string? BadArgument() => ArgumentProblem;

    public override Fit Fit(Shape input)
    {
        if (input.Rank != Directions + 1) return NoPixelsToMoveOver(Directions);
        var picture = input.AsPicture;
        if (Window.GroupsProblem(input.Channels, Channels) is { } groups) return Fails(LayerRules.Groups, groups);
        if (PaddingProblem("height", picture.Height, Window.Padding.Height) is { } tall) return Fails(LayerRules.Padding, tall);
        if (PaddingProblem(Along(Directions), picture.Width, Window.Padding.Width) is { } wide) return Fails(LayerRules.Padding, wide);

        var height = LengthOf(picture.Height, Window.Kernel.Height, Window.Stride.Height, Window.Padding.Height, Window.Dilation.Height);
        var width = LengthOf(picture.Width, Window.Kernel.Width, Window.Stride.Width, Window.Padding.Width, Window.Dilation.Width);
        if (height < 1)
            return NoPixels("height", picture.Height, Window.Kernel.Height, Window.Stride.Height, Window.Padding.Height, Window.Dilation.Height, height);
        if (width < 1)
            return NoPixels(Along(Directions), picture.Width, Window.Kernel.Width, Window.Stride.Width, Window.Padding.Width, Window.Dilation.Width, width);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "its padding makes a picture of more pixels than can be counted; use a smaller padding")
            : GivesPixels(Directions, Channels, height, width);
    }

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        var inside = input.Channels / Window.Groups;
        var fanIn = (long)inside * Window.Kernel.Height * Window.Kernel.Width;
        yield return new Parameter("weight", ParameterRole.Weight, Window.WeightShape(Channels, inside, Directions), Initializer.KaimingUniform(fanIn));
        if (Bias) yield return new Parameter("bias", ParameterRole.Bias, EquatableArray.Of(Channels), Initializer.BiasUniform(fanIn));
    }

    public override long MultiplyAdds(Shape input, Shape output) =>
        output.Elements * (input.Channels / Window.Groups) * Window.Kernel.Height * Window.Kernel.Width;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(
        $"nn.{Name}({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(Channels)}, {Window.Python(Directions)}{(Bias ? "" : ", bias=False")}"
            + $"{(PaddingMode == PaddingMode.Zeros ? "" : $", padding_mode=\"{PaddingMode.ToString().ToLowerInvariant()}\"")})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output)
    {
        var window = names.Field("window");
        var mode = PaddingMode == PaddingMode.Zeros ? "" : $", global::GanDsl.PaddingMode.{PaddingMode}";
        return new TorchText(
            $"{Name}({names.Input}, {names.Parameter("weight")}, {names.Parameter("bias", Bias)}, {window}{mode})",
            Field: TorchText.WindowField(window, Window));
    }

    // The gradient of a filled border goes where the border came from; autograd does that.
    public override TorchBackward? Backward(TorchNames names, string output, Shape input) => PaddingMode != PaddingMode.Zeros ? null : new(
        $"{Name}ToInput(gradient, {names.Input}, {names.Field("weight")}.Frozen, {names.Field("window")})",
        $"{Name}ToParameters(gradient, {names.Input}, {names.Field("weight")}, {names.Field("bias", Bias)}, {names.Field("window")});",
        CreatingGraph: $"{Name}ToInput(gradient, {names.Input}, {names.Field("weight")}.Tracked, {names.Field("window")})");

    public override Value Lower(Lowering at, Value input)
    {
        if (PaddingMode == PaddingMode.Zeros) return at.Contract(Trilinear.Convolution.Of(at.Input, at.Output, Window), Side.Small, input);

        // The border is filled first; the convolution then pads with nothing.
        var picture = at.Input.AsPicture;
        var padded = Shape.Of(picture.Channels, picture.Height + (2 * Window.Padding.Height), picture.Width + (2 * Window.Padding.Width));
        var unfilled = at.Builder.Reshape(input, picture, at.Name("Picture"));
        var filled = at.Builder.Add(new Operation.Pad(PaddingMode, Window.Padding), [unfilled], Extent.Of(input.Extent.Batches, padded), at.Name("Padded"));
        var shape = Directions == 1 ? padded.AsSequence : padded;
        var form = Trilinear.Convolution.Of(shape, at.Output, Window with { Padding = default });
        return at.Contract(form, Side.Small, at.Builder.Reshape(filled, shape, at.Name("Filled")));
    }

    // ⌊(H + 2p − d(k − 1) − 1) / s⌋ + 1, in long: the arguments may be any ints.
    private static long LengthOf(long size, long kernel, long stride, long padding, long dilation)
    {
        var room = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        return (room >= 0 ? room / stride : -((-room + stride - 1) / stride)) + 1;
    }

    private static Fit NoPixels(string side, int size, int kernel, int stride, int padding, int dilation, long result)
    {
        var reach = (dilation * (kernel - 1L)) + 1;
        var missing = (reach - size - (2L * padding) + 1) / 2;
        var padded = padding == 0 ? Numbers.Plain(size) : $"{Numbers.Plain(size)} + 2·{Numbers.Plain(padding)}";
        var taps = dilation == 1 ? Numbers.Plain(kernel) : $"({Numbers.Plain(dilation)}·({Numbers.Plain(kernel)} − 1) + 1)";
        return Fails(
            LayerRules.NoPixels,
            $"leaves {side} ⌊({padded} − {taps})/{Numbers.Plain(stride)}⌋ + 1 = {Numbers.Plain(result)}; use padding {Numbers.Plain(padding + missing)}, "
                + "a smaller kernel, or remove it",
            Remedy.SetArgument("padding", Numbers.Plain(padding + missing), $"Set padding to {Numbers.Plain(padding + missing)}"));
    }

    private string? PaddingProblem(string side, int size, int padding) => PaddingMode switch
    {
        PaddingMode.Reflect when padding >= size => $"its reflected padding {Numbers.Plain(padding)} must be smaller than the {side} {Numbers.Plain(size)}; "
            + "use a smaller padding or another padding mode",
        PaddingMode.Circular when padding > size => $"its circular padding {Numbers.Plain(padding)} must not be larger than the {side} {Numbers.Plain(size)}; "
            + "use a smaller padding or another padding mode",
        _ => null,
    };
}
