using GanDsl.Generators.Declarations;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>One number for each window of each channel.</summary>
internal abstract record WindowPool(Pair Kernel, Pair Stride, Pair Padding, string? ArgumentProblem) : Layer
{
    /// <summary>The arguments, at their defaults where one is out of range.</summary>
    protected static (Pair Kernel, Pair Stride, Pair Padding, string? Problem) Arguments(AttributeValues values)
    {
        var (kernel, padding) = (values.Ints("kernel", 0), values.Ints("padding", 0));
        var stride = values.Contains("stride") ? values.Ints("stride", 1) : kernel;
        var problem = AtLeast("kernel", kernel, 1) ?? AtLeast("stride", stride, 1) ?? AtLeast("padding", padding, 0) ?? PaddingProblem(Pair.From(padding), Pair.From(kernel));
        return problem is null ? (Pair.From(kernel), Pair.From(stride), Pair.From(padding), null) : (default, default, default, problem);
    }

    public sealed override string Description => ArgumentProblem is not null ? Name
        : $"{Name}({(Kernel.IsSquare ? Numbers.Plain(Kernel.Height) : Kernel.ToString())}{(Stride == Kernel ? "" : Stride.Describe("stride", 0))}{Padding.Describe("padding", 0)})";

    public sealed override bool BackwardReadsOutput => false;

    public sealed override string? BadArgument() => ArgumentProblem;

    public sealed override Fit Fit(Shape input)
    {
        if (input.Rank != 3) return Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");
        var height = LengthOf(input.Height, Kernel.Height, Stride.Height, Padding.Height);
        var width = LengthOf(input.Width, Kernel.Width, Stride.Width, Padding.Width);
        if (height < 1) return NoPixels("height", input.Height, Kernel.Height, Padding.Height);
        if (width < 1) return NoPixels("width", input.Width, Kernel.Width, Padding.Width);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "its padding makes a picture of more pixels than can be counted; use a smaller padding")
            : Gives(input.Channels, (int)height, (int)width);
    }

    public sealed override PythonText Python(EquatableArray<Shape> inputs, Shape output) =>
        PythonText.Of($"nn.{Name}({Window.Kernel.Python}, stride={Window.Stride.Python}{(Window.Padding == default ? "" : $", padding={Window.Padding.Python}")})");

    public sealed override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{Name}({names.Input}, kernel: {Kernel}, stride: {Stride}, padding: {Padding})");

    protected Window Window => new(Kernel, Stride, Padding, new Pair(1, 1), 1);

    private static long LengthOf(long size, long kernel, long stride, long padding) =>
        size + (2 * padding) < kernel ? 0 : ((size + (2 * padding) - kernel) / stride) + 1;

    private static Fit NoPixels(string side, int size, int kernel, int padding) => Fails(
        LayerRules.NoPixels,
        $"leaves no {side}: its window of {Numbers.Plain(kernel)} is larger than {Numbers.Plain(size)}{(padding == 0 ? "" : $" + 2·{Numbers.Plain(padding)}")}; use a smaller kernel, or remove it");

    private static string? PaddingProblem(Pair padding, Pair kernel) => padding.Height > kernel.Height / 2 || padding.Width > kernel.Width / 2
        ? $"padding is {(padding.IsSquare ? Numbers.Plain(padding.Height) : padding.ToString())}; it must be at most half the kernel, {(kernel.IsSquare ? Numbers.Plain(kernel.Height) : kernel.ToString())}"
        : null;
}
