using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>A convolution whose input channels a style scales. StyleGAN2: modulated_conv2d with the affine and the bias of SynthesisLayer.</summary>
internal record ModulatedConv2d(int Channels, string Style, int Kernel, int Up, bool Demodulate, bool Bias, double Eps) : Junction(Style)
{
    private const string PythonClass = """"
        class ModulatedConv2d(nn.Module):
            """A convolution whose input channels a style scales; with a size it doubles the sides."""

            def __init__(self, inputs, channels, features, kernel, demodulate, bias, eps, size=None):
                super().__init__()
                self.kernel, self.demodulate, self.eps = kernel, demodulate, eps
                self.weight = nn.Parameter(torch.empty(*((channels, inputs) if size is None else (inputs, channels)), kernel, kernel))
                nn.init.kaiming_uniform_(self.weight, a=5**0.5)
                self.affine = nn.Linear(features, inputs)
                nn.init.ones_(self.affine.bias)
                self.bias = nn.Parameter(torch.zeros(channels)) if bias else None
                before = kernel // 2 + 2 - (kernel - 1)
                self.filter = None if size is None else Blur([0.25, 0.75, 0.75, 0.25], up=1, down=1, before=before, size=size)

            def forward(self, x, style):
                styles = self.affine(style)
                modulated = x * styles[:, :, None, None]
                if self.filter is None:
                    y = F.conv2d(modulated, self.weight, padding=self.kernel // 2)
                else:
                    y = self.filter(F.conv_transpose2d(modulated, self.weight, stride=2))
                if self.demodulate:
                    squares = self.weight.square().sum((2, 3))
                    norms = styles.square() @ (squares.t() if self.filter is None else squares)
                    y = y * (norms + self.eps).rsqrt()[:, :, None, None]
                return y if self.bias is None else y + self.bias[:, None, None]
        """";

    private const string AffineWeight = "affine.weight";
    private const string AffineBias = "affine.bias";

    // StyleGAN2's filter after a doubling, with the gain of 4 for the zeros in between: 2 per direction.
    private static readonly EquatableArray<double> Filter = EquatableArray.Of(0.25, 0.75, 0.75, 0.25);

    public static Layer Read(AttributeValues values) => new ModulatedConv2d(
        values.Int("channels"), values.Text("style"), values.Int("kernel"), values.Int("up"), values.Bool("demodulate"), values.Bool("bias"),
        values.Double("eps"));

    public override string Name => "ModulatedConv2d";

    public override string Description
    {
        get
        {
            var arguments = new List<string> { Numbers.Plain(Channels), $"\"{Style}\"" };
            if (Kernel != 3) arguments.Add($"kernel {Numbers.Plain(Kernel)}");
            if (Up != 1) arguments.Add($"up {Numbers.Plain(Up)}");
            if (!Demodulate) arguments.Add("no demodulation");
            if (!Bias) arguments.Add("no bias");
            if (Eps != 1e-8) arguments.Add($"eps {Numbers.Literal(Eps)}");
            return $"{Name}({string.Join(", ", arguments)})";
        }
    }

    public override bool BackwardReadsOutput => false;

    /// <summary>
    /// In ConvTranspose2d's layout dimension 1 of the weight counts the outputs; the affine map's weight has the same singular value either way.
    /// </summary>
    public override int? SpectralDimension => IsTransposed ? 1 : 0;

    public override bool AddsBias => Bias;

    public override string? BadArgument() =>
        AtLeast("channels", Channels, 1) ?? AtLeast("kernel", Kernel, 1)
        ?? (Kernel % 2 == 0 ? $"kernel is {Numbers.Plain(Kernel)}; it must be odd, so that the sides stay as they are" : null)
        ?? (Up is 1 or 2 ? null : $"up is {Numbers.Plain(Up)}; it must be 1 or 2")
        ?? Positive("eps", Eps);

    public override Fit Fit(Shape input, Shape tapped)
    {
        if (input.Rank != 3) return Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");
        if (tapped.Rank != 1) return Fails(
            LayerRules.Junction, $"its style {Style} is {tapped}, but a style is features (N, features); put [Tap(\"{Style}\")] behind [Flatten] or a Dense");
        var (height, width) = ((long)input.Height * Up, (long)input.Width * Up);
        return height + Kernel > int.MaxValue || width + Kernel > int.MaxValue
            ? Fails(LayerRules.Overflow, "it makes a picture of more pixels than can be counted; use up: 1")
            : Gives(Channels, (int)height, (int)width);
    }

    public override IEnumerable<Parameter> Parameters(EquatableArray<Shape> inputs)
    {
        var (inside, features) = (inputs[0].Channels, inputs[1].Channels);
        var shape = IsTransposed ? EquatableArray.Of(inside, Channels, Kernel, Kernel) : EquatableArray.Of(Channels, inside, Kernel, Kernel);
        yield return new Parameter("weight", ParameterRole.Weight, shape, Initializer.KaimingUniform((long)inside * Kernel * Kernel));
        yield return new Parameter(AffineWeight, ParameterRole.Weight, EquatableArray.Of(inside, features), Initializer.KaimingUniform(features));
        yield return new Parameter(AffineBias, ParameterRole.Other, EquatableArray.Of(inside), new Initializer.Constant(1));
        if (Bias) yield return new Parameter("bias", ParameterRole.Bias, EquatableArray.Of(Channels), new Initializer.Constant(0));
    }

    // The affine map's weight is (channels, features) in both layouts.
    public override long FanIn(Parameter weight) => weight.Name == AffineWeight ? weight.Shape[1] : base.FanIn(weight);

    /// <summary>The convolution's; the style's are few in comparison, and do not depend on the picture.</summary>
    public override long MultiplyAdds(Shape input, Shape output) => input.Elements * Channels * Kernel * Kernel;

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(
        $"ModulatedConv2d({Numbers.Plain(inputs[0].Channels)}, {Numbers.Plain(Channels)}, {Numbers.Plain(inputs[1].Channels)}, {Numbers.Plain(Kernel)}, "
            + $"demodulate={PythonText.Flag(Demodulate)}, bias={PythonText.Flag(Bias)}, "
            + $"eps={Numbers.Literal(Eps)}{(IsTransposed ? $", size={PythonText.Tuple([output.Height, output.Width])}" : "")})",
        Blur.PythonClass, PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output)
    {
        var modulation = names.Field("modulation");
        return new TorchText(
            $"ModulatedConv2d({names.Input}, {names.Tapped}, {names.Parameter("weight")}, {names.Parameter(AffineWeight)}, {names.Parameter(AffineBias)}, "
                + $"{names.Parameter("bias", Bias)}, {modulation})",
            Field: $"global::GanDsl.Torch.Modulation {modulation} = new(kernel: {Numbers.Plain(Kernel)}, demodulate: {(Demodulate ? "true" : "false")}, "
                + $"eps: {Numbers.Literal(Eps)}"
                + (IsTransposed ? $", filter: {FilterText(input, output)});" : ");"));
    }

    public override Value Lower(Lowering at, Value input, Value tapped)
    {
        var builder = at.Builder;
        var styles = Styles(at, tapped);

        // Once: each reading of a normalised weight iterates u and v.
        var weight = at.Parameter("weight")!;
        var modulated = builder.Map(X(0) * X(1), input.Extent, at.Name("Modulated"), (input, Reading.Full), (styles, Reading.SampleChannel(input.Extent)));
        var sum = builder.Contract(Form(at.Input), IsTransposed ? Side.Large : Side.Small, modulated, weight, at.Name("Sum"));
        if (IsTransposed)
            sum = builder.Resample(sum, Band(sum.Extent.Shape.Height, at.Output.Height), Band(sum.Extent.Shape.Width, at.Output.Width), at.Name("Filtered"));
        if (Demodulate) sum = builder.Map(
            X(0) / Sqrt(X(1) + Eps), sum.Extent, at.Name("Demodulated"), (sum, Reading.Full), (Norms(at, styles, weight), Reading.SampleChannel(sum.Extent)));
        return at.Parameter("bias") is { } bias
            ? builder.Map(X(0) + X(1), sum.Extent, at.Name(), (sum, Reading.Full), (bias, Reading.Channel(sum.Extent)))
            : sum;
    }

    /// <summary>s: one number per sample and input channel.</summary>
    private static Value Styles(Lowering at, Value style)
    {
        var form = new Trilinear.Linear(style.Extent.Channels, at.Input.Channels);
        var sum = at.Builder.Contract(form, Side.Small, style, at.Parameter(AffineWeight)!, at.Name("Affine"));
        return at.Builder.Map(X(0) + X(1), sum.Extent, at.Name("Style"), (sum, Reading.Full), (at.Parameter(AffineBias)!, Reading.Channel(sum.Extent)));
    }

    /// <summary>
    /// Σ (weight · s)², one number per sample and output channel: the squared weight convolved with a picture as small as the window, each channel of which is
    /// s².
    /// </summary>
    private Value Norms(Lowering at, Value styles, Value weight)
    {
        var (builder, inside) = (at.Builder, at.Input.Channels);
        var squares = builder.Map(X(0) * X(0), weight.Extent, at.Name("WeightSquares"), (weight, Reading.Full));
        var once = Plain(new Pair(1, 1), default);
        if (!IsTransposed)
        {
            var spread = Extent.Of(styles.Extent.Batches, Shape.Of(inside, Kernel, Kernel));
            var picture = builder.Map(X(0) * X(0), spread, at.Name("StyleSquares"), (styles, Reading.SampleChannel(spread)));
            var form = new Trilinear.Convolution(spread.Shape, Shape.Of(Channels, 1, 1), once);
            return builder.Reshape(builder.Contract(form, Side.Small, picture, squares, at.Name("Norms")), Shape.Of(Channels), at.Name("NormRows"));
        }

        var styleSquares = builder.Map(X(0) * X(0), styles.Extent, at.Name("StyleSquares"), (styles, Reading.Full));
        var each = builder.Contract(
            new Trilinear.Convolution(Shape.Of(Channels, Kernel, Kernel), Shape.Of(inside, 1, 1), once), Side.Large,
            builder.Reshape(styleSquares, Shape.Of(inside, 1, 1), at.Name("StylePixels")), squares, at.Name("NormPixels"));
        var sums = builder.Reduce(Over.Sample, builder.Regroup(each, Channels, at.Name("NormGroups")), at.Name("NormSums"));
        return builder.Regroup(sums, Extent.Of(styles.Extent.Batches, Shape.Of(Channels)), at.Name("Norms"));
    }

    private bool IsTransposed => Up == 2;

    private Trilinear Form(Shape input) => IsTransposed
        ? new Trilinear.Convolution(Shape.Of(Channels, Zeroed(input.Height), Zeroed(input.Width)), input, Plain(new Pair(2, 2), default))
        : new Trilinear.Convolution(input, Shape.Of(Channels, input.Height, input.Width), Plain(new Pair(1, 1), new Pair(Kernel / 2, Kernel / 2)));

    private Window Plain(Pair stride, Pair padding) => new(new Pair(Kernel, Kernel), stride, padding, new Pair(1, 1), 1);

    /// <summary>A side after the transposed convolution.</summary>
    private int Zeroed(int side) => (2 * (side - 1)) + Kernel;

    private Band Band(int from, int to) => new Band.Fir(Filter, 1, 1, Before, from, to);

    /// <summary>The zeros before the filtered picture, as NVlabs' conv2d_resample counts them, so that it does not shift.</summary>
    private int Before => (Kernel / 2) + 2 - (Kernel - 1);

    private string FilterText(Shape input, Shape output) =>
        $"new(taps: [{string.Join(", ", Filter.Select(Numbers.Literal))}], up: 1, down: 1, before: {Numbers.Plain(Before)}, "
        + $"from: ({Numbers.Plain(Zeroed(input.Height))}, {Numbers.Plain(Zeroed(input.Width))}), to: ({Numbers.Plain(output.Height)}, "
        + $"{Numbers.Plain(output.Width)}))";
}
