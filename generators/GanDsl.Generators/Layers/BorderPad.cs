using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>How many rows and columns are added on each side of a picture, in PyTorch's order.</summary>
internal readonly record struct Sides(int Left, int Right, int Top, int Bottom)
{
    public override string ToString() => $"{Numbers.Plain(Left)}, {Numbers.Plain(Right)}, {Numbers.Plain(Top)}, {Numbers.Plain(Bottom)}";
}

/// <summary>A picture with a border.</summary>
internal abstract record BorderPad(Sides Sides) : Layer
{
    protected static Sides Read(AttributeValues values) => values.Contains("padding")
        ? new Sides(values.Int("padding"), values.Int("padding"), values.Int("padding"), values.Int("padding"))
        : new Sides(values.Int("left"), values.Int("right"), values.Int("top"), values.Int("bottom"));

    public sealed override string Description =>
        $"{Name}({(Sides.Left == Sides.Right && Sides.Left == Sides.Top && Sides.Left == Sides.Bottom ? Numbers.Plain(Sides.Left) : Sides.ToString())})";

    public sealed override bool BackwardReadsOutput => false;

    public sealed override string? BadArgument() =>
        AtLeast("left", Sides.Left, 0) ?? AtLeast("right", Sides.Right, 0) ?? AtLeast("top", Sides.Top, 0) ?? AtLeast("bottom", Sides.Bottom, 0);

    public sealed override Fit Fit(Shape input)
    {
        if (input.Rank != 3) return Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");
        if (Problem(input) is { } problem) return Fails(LayerRules.Padding, problem);
        var (height, width) = ((long)input.Height + Sides.Top + Sides.Bottom, (long)input.Width + Sides.Left + Sides.Right);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "its padding makes a picture of more pixels than can be counted; use a smaller padding")
            : Gives(input.Channels, (int)height, (int)width);
    }

    public sealed override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.{Name}(({Sides}))");

    public sealed override TorchText Torch(TorchNames names, Shape input, Shape output)
    {
        var border = names.Field("border");
        return new TorchText($"{Name}({names.Input}, {border})", Field: $"long[] {border} = [{Sides}];");
    }

    /// <summary>Why the picture is too small, or null.</summary>
    protected virtual string? Problem(Shape input) => null;

    /// <summary>A picture that begins that many rows and columns earlier, or later where negative, filled with zeros.</summary>
    protected static Value Moved(Lowering at, Value input, int top, int left) => at.Builder.Resample(
        input,
        Band.Fir.Shift(top, input.Extent.Shape.Height, at.Output.Height),
        Band.Fir.Shift(left, input.Extent.Shape.Width, at.Output.Width),
        at.Name());
}

/// <summary>A border of zeros. PyTorch: nn.ZeroPad2d.</summary>
internal sealed record ZeroPad2d(Sides Sides) : BorderPad(Sides)
{
    public static new Layer Read(AttributeValues values) => new ZeroPad2d(BorderPad.Read(values));

    public override string Name => "ZeroPad2d";

    public override Value Lower(Lowering at, Value input) => Moved(at, input, Sides.Top, Sides.Left);
}

/// <summary>A border that mirrors the picture. PyTorch: nn.ReflectionPad2d.</summary>
internal sealed record ReflectionPad2d(Sides Sides) : BorderPad(Sides)
{
    public static new Layer Read(AttributeValues values) => new ReflectionPad2d(BorderPad.Read(values));

    public override string Name => "ReflectionPad2d";

    // The operation pads both sides equally; the excess is cut off.
    public override Value Lower(Lowering at, Value input)
    {
        var amount = new Pair(Math.Max(Sides.Top, Sides.Bottom), Math.Max(Sides.Left, Sides.Right));
        var padded = Shape.Of(at.Input.Channels, at.Input.Height + (2 * amount.Height), at.Input.Width + (2 * amount.Width));
        var isEven = padded == at.Output;
        var filled = at.Builder.Add(
            new Operation.Pad(PaddingMode.Reflect, amount), [input], Extent.Of(input.Extent.Batches, padded), isEven ? at.Name() : at.Name("Padded"));
        return isEven ? filled : Moved(at, filled, Sides.Top - amount.Height, Sides.Left - amount.Width);
    }

    protected override string? Problem(Shape input) =>
        TooWide("width", input.Width, Sides.Left) ?? TooWide("width", input.Width, Sides.Right) ?? TooWide("height", input.Height, Sides.Top)
        ?? TooWide("height", input.Height, Sides.Bottom);

    private static string? TooWide(string side, int size, int padding) => padding < size
        ? null
        : $"its reflected padding {Numbers.Plain(padding)} must be smaller than the {side} {Numbers.Plain(size)}; use a smaller padding, or [ZeroPad2d]";
}
