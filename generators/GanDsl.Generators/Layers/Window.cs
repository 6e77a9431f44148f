using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A number for each direction of a picture.</summary>
internal readonly record struct Pair(int Height, int Width)
{
    public static Pair From(EquatableArray<int> values) => values.Count == 0 ? default : new(values[0], values[values.Count - 1]);

    public bool IsSquare => Height == Width;

    /// <summary>As an argument of a description: <c>, stride 2</c>, or nothing at the default.</summary>
    public string Describe(string name, int otherwise) =>
        Height == otherwise && IsSquare ? "" : $", {name} {(IsSquare ? Numbers.Plain(Height) : ToString())}";

    public override string ToString() => $"({Numbers.Plain(Height)}, {Numbers.Plain(Width)})";

    /// <summary>As a literal of an array of longs.</summary>
    public string Literal => $"[{Numbers.Plain(Height)}, {Numbers.Plain(Width)}]";
}

/// <summary>The moving window of a convolution or its transpose.</summary>
internal readonly record struct Window(Pair Kernel, Pair Stride, Pair Padding, Pair Dilation, int Groups)
{
    /// <summary>A pixel, at every pixel.</summary>
    public static readonly Window Single = new(new Pair(1, 1), new Pair(1, 1), default, new Pair(1, 1), 1);

    public string Describe() =>
        Kernel.Describe("kernel", 0) + Stride.Describe("stride", 1) + Padding.Describe("padding", 0) + Dilation.Describe("dilation", 1) +
        (Groups == 1 ? "" : $", groups {Numbers.Plain(Groups)}");

    /// <summary>As arguments of a PyTorch module, without what is at its default.</summary>
    public string Python() => $"{PythonText.Pair(Kernel)}"
        + (Stride == new Pair(1, 1) ? "" : $", stride={PythonText.Pair(Stride)}")
        + (Padding == default ? "" : $", padding={PythonText.Pair(Padding)}")
        + (Dilation == new Pair(1, 1) ? "" : $", dilation={PythonText.Pair(Dilation)}")
        + (Groups == 1 ? "" : $", groups={Numbers.Plain(Groups)}");

    /// <summary>The field that a convolution's Torch text reads.</summary>
    public string Field(string name, string? outputPadding = null) =>
        $"global::GanDsl.Torch.Window {name} = new(stride: {Stride.Literal}, padding: {Padding.Literal}, dilation: {Dilation.Literal}, groups: {Numbers.Plain(Groups)}" +
        (outputPadding is null ? ");" : $", outputPadding: {outputPadding});");

    /// <summary>Why the groups do not divide the channels, or null.</summary>
    public string? GroupsProblem(int inChannels, int outChannels) =>
        inChannels % Groups != 0 ? $"groups {Numbers.Plain(Groups)} does not divide the {Numbers.Plain(inChannels)} channels of the input; use a divisor of both"
        : outChannels % Groups != 0 ? $"groups {Numbers.Plain(Groups)} does not divide the {Numbers.Plain(outChannels)} channels of the output; use a divisor of both"
        : null;
}
