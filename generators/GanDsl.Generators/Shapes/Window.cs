using GanDsl.Generators.Text;

namespace GanDsl.Generators.Shapes;

/// <summary>The moving window of a convolution or its transpose.</summary>
internal readonly record struct Window(Pair Kernel, Pair Stride, Pair Padding, Pair Dilation, int Groups)
{
    /// <summary>One pixel, stride 1.</summary>
    public static readonly Window Single = new(new Pair(1, 1), new Pair(1, 1), default, new Pair(1, 1), 1);

    public string Describe() =>
        Kernel.Describe("kernel", 0) + Stride.Describe("stride", 1) + Padding.Describe("padding", 0) + Dilation.Describe("dilation", 1) +
        (Groups == 1 ? "" : $", groups {Numbers.Plain(Groups)}");

    /// <summary>As arguments of a PyTorch module, without those at their defaults.</summary>
    public string Python() => $"{Kernel.Python}"
        + (Stride == new Pair(1, 1) ? "" : $", stride={Stride.Python}")
        + (Padding == default ? "" : $", padding={Padding.Python}")
        + (Dilation == new Pair(1, 1) ? "" : $", dilation={Dilation.Python}")
        + (Groups == 1 ? "" : $", groups={Numbers.Plain(Groups)}");

    /// <summary>Why the groups do not divide the channels, or null.</summary>
    public string? GroupsProblem(int inChannels, int outChannels) =>
        inChannels % Groups != 0 ? $"groups {Numbers.Plain(Groups)} does not divide the {Numbers.Plain(inChannels)} channels of the input; use a divisor of both"
        : outChannels % Groups != 0 ? $"groups {Numbers.Plain(Groups)} does not divide the {Numbers.Plain(outChannels)} channels of the output; use a divisor of both"
        : null;
}
