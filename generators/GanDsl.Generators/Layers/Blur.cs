using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A small filter, with a change of size. StyleGAN2: upfirdn2d's filter2d, upsample2d and downsample2d.</summary>
internal sealed record Blur(EquatableArray<int> Kernel, int Up, int Down, double Gain) : Layer
{
    public const string PythonClass = """"
        class Blur(nn.Module):
            """A small filter in both directions: output o is the sum of taps[k] times input o * down + k - before, with zeros between the inputs and around them."""

            def __init__(self, taps, up, down, before, size):
                super().__init__()
                self.taps, self.up, self.down, self.before, self.size = taps, up, down, before, size

            def forward(self, x):
                count, channels, height, width = x.shape
                spread = x.new_zeros(count, channels, height * self.up, width * self.up)
                spread[:, :, :: self.up, :: self.up] = x
                bottom, right = (
                    (outputs - 1) * self.down + len(self.taps) - self.before - inputs * self.up for outputs, inputs in zip(self.size, (height, width))
                )
                padded = F.pad(spread, (self.before, right, self.before, bottom))
                taps = x.new_tensor(self.taps)
                kernel = torch.outer(taps, taps).repeat(channels, 1, 1, 1)
                return F.conv2d(padded, kernel, stride=self.down, groups=channels)
        """";

    private const int MostTaps = 16;

    private static readonly EquatableArray<int> Usual = EquatableArray.Of(1, 3, 3, 1);

    public static Layer Read(AttributeValues values) =>
        new Blur(values.Contains("kernel") ? values.Ints("kernel") : Usual, values.Int("up"), values.Int("down"), values.Double("gain"));

    public override string Name => "Blur";

    public override string Description
    {
        get
        {
            var arguments = new List<string> { $"[{Numbers.List(Kernel)}]" };
            if (Up != 1) arguments.Add($"up {Numbers.Plain(Up)}");
            if (Down != 1) arguments.Add($"down {Numbers.Plain(Down)}");
            if (Gain != 1) arguments.Add($"gain {Numbers.Literal(Gain)}");
            return $"{Name}({string.Join(", ", arguments)})";
        }
    }

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() =>
        Kernel.Count is < 1 or > MostTaps ? $"kernel has {Numbers.Plain(Kernel.Count)} numbers; it takes 1 to {Numbers.Plain(MostTaps)}"
        : Sum == 0 ? "kernel sums to 0; it must sum to another number, by which it is divided"
        : AtLeast("up", Up, 1) ?? AtLeast("down", Down, 1)
            ?? (Up > 1 && Down > 1 ? $"up is {Numbers.Plain(Up)} and down {Numbers.Plain(Down)}; one of them must be 1" : null)
            ?? Positive("gain", Gain);

    public override Fit Fit(Shape input)
    {
        if (input.Rank != 3) return Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");
        if (input.Height < Down) return NoPixels("height", input.Height);
        if (input.Width < Down) return NoPixels("width", input.Width);
        var (height, width) = ((long)input.Height * Up / Down, (long)input.Width * Up / Down);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "it makes a picture of more pixels than can be counted; use a smaller factor")
            : Gives(input.Channels, (int)height, (int)width);
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(
        $"Blur([{string.Join(", ", Taps.Select(Numbers.Literal))}], up={Numbers.Plain(Up)}, down={Numbers.Plain(Down)}, before={Numbers.Plain(Before)}, "
            + $"size={PythonText.Tuple([output.Height, output.Width])})",
        PythonClass);

    public override TorchText Torch(TorchNames names, Shape input, Shape output)
    {
        var filter = names.Field("filter");
        return new TorchText(
            $"Blur({names.Input}, {filter})",
            Field: $"global::GanDsl.Torch.FirFilter {filter} = new(taps: [{string.Join(", ", Taps.Select(Numbers.Literal))}], up: {Numbers.Plain(Up)}, "
                + $"down: {Numbers.Plain(Down)}, before: {Numbers.Plain(Before)}, "
                + $"from: ({Numbers.Plain(input.Height)}, {Numbers.Plain(input.Width)}), to: ({Numbers.Plain(output.Height)}, "
                + $"{Numbers.Plain(output.Width)}));");
    }

    public override Value Lower(Lowering at, Value input) => at.Builder.Resample(
        input,
        new Band.Fir(Taps, Up, Down, Before, at.Input.Height, at.Output.Height),
        new Band.Fir(Taps, Up, Down, Before, at.Input.Width, at.Output.Width),
        at.Name());

    private long Sum => Kernel.Sum(number => (long)number);

    // Each direction has the root of the gain. A convolution reads its filter reversed.
    private EquatableArray<double> Taps => Kernel.Reverse().Select(number => number * Up * Math.Sqrt(Gain) / Sum).ToEquatableArray();

    // The rows of zeros that upfirdn2d's three functions put before the picture, so that it does not shift.
    private int Before => Up > 1 ? (Kernel.Count + Up - 1) / 2 : Down > 1 ? (Kernel.Count - Down + 1) >> 1 : Kernel.Count / 2;

    private Fit NoPixels(string side, int size) =>
        Fails(LayerRules.NoPixels, $"leaves no {side}: it takes each {Numbers.Ordinal(Down)} of {Numbers.Plain(size)}; use a smaller down, or remove it");
}
