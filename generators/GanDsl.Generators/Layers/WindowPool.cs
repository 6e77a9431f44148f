using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>One number for each window of each channel.</summary>
/// <param name="Directions">1 over sequences, which are pictures of height 1; 2 over pictures.</param>
internal abstract record WindowPool(int Directions, Pair Kernel, Pair Stride, Pair Padding, string? ArgumentProblem) : Layer
{
    /// <summary>The arguments, at their defaults where one is out of range.</summary>
    protected static (Pair Kernel, Pair Stride, Pair Padding, string? Problem) Arguments(AttributeValues values, int directions)
    {
        var (kernel, padding) = (values.Ints("kernel", 0), values.Ints("padding", 0));
        var stride = values.Contains("stride") ? values.Ints("stride", 1) : kernel;
        var problem = AtLeast("kernel", kernel, 1) ?? AtLeast("stride", stride, 1) ?? AtLeast("padding", padding, 0)
            ?? PaddingProblem(Pair.From(padding), Pair.From(kernel));
        return problem is null
            ? (Pair.From(kernel, directions, 1), Pair.From(stride, directions, 1), Pair.From(padding, directions, 0), null)
            : (default, default, default, problem);
    }

    public sealed override string Description => ArgumentProblem is not null ? Name
        : $"{Name}({Kernel.PythonIn(Directions)}{(Stride == Kernel ? "" : Stride.Describe("stride", 0, Directions))}"
            + $"{Padding.Describe("padding", 0, Directions)})";

    public sealed override bool BackwardReadsOutput => false;

    public sealed override string? BadArgument() => ArgumentProblem;

    public sealed override Fit Fit(Shape input)
    {
        if (input.Rank != Directions + 1) return NoPixelsToMoveOver(Directions);
        var picture = input.AsPicture;
        var height = LengthOf(picture.Height, Kernel.Height, Stride.Height, Padding.Height);
        var width = LengthOf(picture.Width, Kernel.Width, Stride.Width, Padding.Width);
        if (height < 1) return NoPixels("height", picture.Height, Kernel.Height, Padding.Height);
        if (width < 1) return NoPixels(Along(Directions), picture.Width, Kernel.Width, Padding.Width);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "its padding makes a picture of more pixels than can be counted; use a smaller padding")
            : GivesPixels(Directions, input.Channels, height, width);
    }

    public sealed override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"nn.{Name}({Kernel.PythonIn(Directions)}, "
            + $"stride={Stride.PythonIn(Directions)}{(Padding == default ? "" : $", padding={Padding.PythonIn(Directions)}")})");

    public sealed override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{Name}({names.Input}, kernel: {In(Kernel)}, stride: {In(Stride)}, padding: {In(Padding)})");

    public sealed override Value Lower(Lowering at, Value input)
    {
        var picture = at.Builder.Reshape(input, at.Input.AsPicture, at.Name("Picture"));
        return at.Builder.Reshape(Pool(at, picture, at.Output.AsPicture), at.Output, at.Name());
    }

    /// <summary>The pool of pictures.</summary>
    protected abstract Value Pool(Lowering at, Value picture, Shape output);

    private string In(Pair pair) => Directions == 1 ? Numbers.Plain(pair.Width) : pair.ToString();

    protected Window Window => new(Kernel, Stride, Padding, new Pair(1, 1), 1);

    private static long LengthOf(long size, long kernel, long stride, long padding) =>
        size + (2 * padding) < kernel ? 0 : ((size + (2 * padding) - kernel) / stride) + 1;

    private static Fit NoPixels(string side, int size, int kernel, int padding) => Fails(
        LayerRules.NoPixels,
        $"leaves no {side}: its window of {Numbers.Plain(kernel)} is larger "
            + $"than {Numbers.Plain(size)}{(padding == 0 ? "" : $" + 2·{Numbers.Plain(padding)}")}; use a smaller kernel, or remove it");

    private static string? PaddingProblem(Pair padding, Pair kernel) => padding.Height > kernel.Height / 2 || padding.Width > kernel.Width / 2
        ? $"padding is {(padding.IsSquare ? Numbers.Plain(padding.Height) : padding.ToString())}; it must be at most half the kernel, "
            + $"{(kernel.IsSquare ? Numbers.Plain(kernel.Height) : kernel.ToString())}"
        : null;
}
