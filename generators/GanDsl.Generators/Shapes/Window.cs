using GanDsl.Generators.Text;

namespace GanDsl.Generators.Shapes;

/// <summary>The moving window of a convolution or its transpose.</summary>
internal readonly record struct Window(Pair Kernel, Pair Stride, Pair Padding, Pair Dilation, int Groups)
{
    /// <summary>One pixel, stride 1.</summary>
    public static readonly Window Single = new(new Pair(1, 1), new Pair(1, 1), default, new Pair(1, 1), 1);

    public string Describe(int directions = 2) =>
        Kernel.Describe("kernel", 0, directions) + Stride.Describe("stride", 1, directions) + Padding.Describe("padding", 0, directions)
        + Dilation.Describe("dilation", 1, directions)
        + (Groups == 1 ? "" : $", groups {Numbers.Plain(Groups)}");

    /// <summary>As arguments of a PyTorch module, without what is at its default.</summary>
    public string Python(int directions = 2) => $"{Kernel.PythonIn(directions)}"
        + (Stride == new Pair(1, 1) ? "" : $", stride={Stride.PythonIn(directions)}")
        + (Padding == default ? "" : $", padding={Padding.PythonIn(directions)}")
        + (Dilation == new Pair(1, 1) ? "" : $", dilation={Dilation.PythonIn(directions)}")
        + (Groups == 1 ? "" : $", groups={Numbers.Plain(Groups)}");

    /// <summary>PyTorch's layout of a weight between so many channels: (first, second, [kernel height,] kernel width).</summary>
    public EquatableArray<int> WeightShape(int first, int second, int directions) =>
        directions == 1 ? EquatableArray.Of(first, second, Kernel.Width) : EquatableArray.Of(first, second, Kernel.Height, Kernel.Width);

    /// <summary>Why the groups do not divide the channels, or null.</summary>
    public string? GroupsProblem(int inChannels, int outChannels) =>
        inChannels % Groups != 0
        ? $"groups {Numbers.Plain(Groups)} does not divide the {Numbers.Plain(inChannels)} channels of the input; use a divisor of both"
        : outChannels % Groups != 0
        ? $"groups {Numbers.Plain(Groups)} does not divide the {Numbers.Plain(outChannels)} channels of the output; use a divisor of both"
        : null;
}
