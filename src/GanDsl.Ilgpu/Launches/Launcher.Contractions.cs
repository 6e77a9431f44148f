using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <content>
/// Contractions: of a dense layer's trilinear form and of a convolution's. The epilogue is applied to each sum. A sum split into slices has its partial sums at
/// <c>parts</c>, and a second kernel adds them up.
/// </content>
public sealed partial class Launcher
{
    /// <summary>PyTorch: <c>torch.nn.functional.linear(large, weight)</c>.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="large">(batch, inputs).</param>
    /// <param name="weight">(outputs, inputs).</param>
    /// <param name="operands">The epilogue's operands.</param>
    /// <param name="to">Where the result goes: (batch, outputs).</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long Linear<TShape, TEpilogue>(long batch, long large, long weight, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TShape : struct, ILinear
        where TEpilogue : struct, IEpilogue
    {
        var items = LinearKernels.LinearItems<TShape>(Count(batch), slices);
        if (slices == 1) Launch(LinearKernels.Linear<TShape, TEpilogue>, items, Contraction(batch, to, large, weight, operands: operands));
        else Launch(LinearKernels.Linear<TShape, Plain>, items, Contraction(batch, parts, large, weight, slices));
        return Summed<Outputs<TShape>, TEpilogue>(batch, operands, to, slices, parts);
    }

    /// <inheritdoc cref="Linear{TShape, TEpilogue}"/>
    public long Linear<TShape>(long batch, long large, long weight, long to, int slices = 1, long parts = 0)
        where TShape : struct, ILinear => Linear<TShape, Plain>(batch, large, weight, [], to, slices, parts);

    /// <summary>PyTorch: <c>small @ weight</c>, the gradient of linear's input.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="small">(batch, outputs).</param>
    /// <param name="weight">(outputs, inputs).</param>
    /// <param name="operands">The epilogue's operands.</param>
    /// <param name="to">Where the result goes: (batch, inputs).</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long LinearTranspose<TShape, TEpilogue>(long batch, long small, long weight, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TShape : struct, ILinear
        where TEpilogue : struct, IEpilogue
    {
        var items = LinearKernels.LinearTransposeItems<TShape>(Count(batch), slices);
        if (slices == 1) Launch(LinearKernels.LinearTranspose<TShape, TEpilogue>, items, Contraction(batch, small, to, weight, operands: operands));
        else Launch(LinearKernels.LinearTranspose<TShape, Plain>, items, Contraction(batch, small, parts, weight, slices));
        return Summed<Inputs<TShape>, TEpilogue>(batch, operands, to, slices, parts);
    }

    /// <inheritdoc cref="LinearTranspose{TShape, TEpilogue}"/>
    public long LinearTranspose<TShape>(long batch, long small, long weight, long to, int slices = 1, long parts = 0)
        where TShape : struct, ILinear => LinearTranspose<TShape, Plain>(batch, small, weight, [], to, slices, parts);

    /// <summary>PyTorch: <c>small.T @ large</c>, the gradient of linear's weight.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="small">(batch, outputs).</param>
    /// <param name="large">(batch, inputs).</param>
    /// <param name="operands">The epilogue's operands, read by the element's number.</param>
    /// <param name="to">Where the result goes: (outputs, inputs).</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long LinearWeight<TShape, TEpilogue>(long batch, long small, long large, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TShape : struct, ILinear
        where TEpilogue : struct, IEpilogue
    {
        var items = LinearKernels.LinearWeightItems<TShape>(Count(batch), slices);
        if (slices == 1) Launch(LinearKernels.LinearWeight<TShape, TEpilogue>, items, Contraction(batch, small, large, to, operands: operands));
        else Launch(LinearKernels.LinearWeight<TShape, Plain>, items, Contraction(batch, small, large, parts, slices));
        return Summed<OneNumber, TEpilogue>((long)TShape.Outputs * TShape.Inputs, operands, to, slices, parts);
    }

    /// <inheritdoc cref="LinearWeight{TShape, TEpilogue}"/>
    public long LinearWeight<TShape>(long batch, long small, long large, long to, int slices = 1, long parts = 0)
        where TShape : struct, ILinear => LinearWeight<TShape, Plain>(batch, small, large, [], to, slices, parts);

    /// <summary>PyTorch: <c>torch.nn.functional.conv2d(large, weight)</c>, and the gradient of conv_transpose2d's input.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="large">(batch, large channels, height, width).</param>
    /// <param name="weight">(small channels, large channels / groups, kernel height, kernel width).</param>
    /// <param name="operands">The epilogue's operands.</param>
    /// <param name="to">Where the result goes: (batch, small channels, height, width).</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long Conv2d<TShape, TEpilogue>(long batch, long large, long weight, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TShape : struct, IConvolution
        where TEpilogue : struct, IEpilogue
    {
        var items = ConvolutionKernels.Conv2dItems<TShape>(Count(batch), slices);
        if (slices == 1) Launch(ConvolutionKernels.Conv2d<TShape, TEpilogue>, items, Contraction(batch, to, large, weight, operands: operands));
        else Launch(ConvolutionKernels.Conv2d<TShape, Plain>, items, Contraction(batch, parts, large, weight, slices));
        return Summed<SmallSide<TShape>, TEpilogue>(batch, operands, to, slices, parts);
    }

    /// <inheritdoc cref="Conv2d{TShape, TEpilogue}"/>
    public long Conv2d<TShape>(long batch, long large, long weight, long to, int slices = 1, long parts = 0)
        where TShape : struct, IConvolution => Conv2d<TShape, Plain>(batch, large, weight, [], to, slices, parts);

    /// <summary>PyTorch: <c>torch.nn.functional.conv_transpose2d(small, weight)</c>, and the gradient of conv2d's input.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="small">(batch, small channels, height, width).</param>
    /// <param name="weight">(small channels, large channels / groups, kernel height, kernel width).</param>
    /// <param name="operands">The epilogue's operands.</param>
    /// <param name="to">Where the result goes: (batch, large channels, height, width).</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long ConvTranspose2d<TShape, TEpilogue>(long batch, long small, long weight, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TShape : struct, IConvolution
        where TEpilogue : struct, IEpilogue
    {
        var items = ConvolutionKernels.ConvTranspose2dItems<TShape>(Count(batch), slices);
        if (slices == 1) Launch(ConvolutionKernels.ConvTranspose2d<TShape, TEpilogue>, items, Contraction(batch, small, to, weight, operands: operands));
        else Launch(ConvolutionKernels.ConvTranspose2d<TShape, Plain>, items, Contraction(batch, small, parts, weight, slices));
        return Summed<LargeSide<TShape>, TEpilogue>(batch, operands, to, slices, parts);
    }

    /// <inheritdoc cref="ConvTranspose2d{TShape, TEpilogue}"/>
    public long ConvTranspose2d<TShape>(long batch, long small, long weight, long to, int slices = 1, long parts = 0)
        where TShape : struct, IConvolution => ConvTranspose2d<TShape, Plain>(batch, small, weight, [], to, slices, parts);

    /// <summary>The gradient of the weight of conv2d and of conv_transpose2d.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="small">(batch, small channels, height, width).</param>
    /// <param name="large">(batch, large channels, height, width).</param>
    /// <param name="operands">The epilogue's operands, read by the element's number.</param>
    /// <param name="to">Where the result goes: (small channels, large channels / groups, kernel height, kernel width).</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long Conv2dWeight<TShape, TEpilogue>(long batch, long small, long large, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TShape : struct, IConvolution
        where TEpilogue : struct, IEpilogue
    {
        var items = ConvolutionKernels.Conv2dWeightItems<TShape>(Count(batch), slices);
        if (slices == 1) Launch(ConvolutionKernels.Conv2dWeight<TShape, TEpilogue>, items, Contraction(batch, small, large, to, operands: operands));
        else Launch(ConvolutionKernels.Conv2dWeight<TShape, Plain>, items, Contraction(batch, small, large, parts, slices));
        var elements = (long)TShape.SmallChannels * (TShape.LargeChannels / TShape.Groups) * TShape.KernelHeight * TShape.KernelWidth;
        return Summed<OneNumber, TEpilogue>(elements, operands, to, slices, parts);
    }

    /// <inheritdoc cref="Conv2dWeight{TShape, TEpilogue}"/>
    public long Conv2dWeight<TShape>(long batch, long small, long large, long to, int slices = 1, long parts = 0)
        where TShape : struct, IConvolution => Conv2dWeight<TShape, Plain>(batch, small, large, [], to, slices, parts);

    private ContractionArguments Contraction(
        long batch, long small, long large, long weight, int slices = 1, ReadOnlySpan<long> operands = default) =>
        new(memory.View, small, large, weight, Count(batch), slices, Operands(operands));

    /// <summary>Adds up the slices, if there are any. A plain sum does not depend on the result's shape: one kernel adds up all of them.</summary>
    private long Summed<TExtent, TEpilogue>(long batch, ReadOnlySpan<long> operands, long to, int slices, long parts)
        where TExtent : struct, IExtent
        where TEpilogue : struct, IEpilogue
    {
        if (slices == 1) return to;
        var size = Count(batch * TExtent.Channels * TExtent.Pixels);
        var arguments = new SliceArguments(memory.View, slices: parts, result: to, size: size, count: slices, Operands(operands));
        if (typeof(TEpilogue) == typeof(Plain)) Launch(SliceKernels.Sum<OneNumber, Plain>, size, arguments);
        else Launch(SliceKernels.Sum<TExtent, TEpilogue>, size, arguments);
        return to;
    }

    private readonly struct Outputs<TShape> : IExtent
        where TShape : struct, ILinear
    {
        public static int Channels => TShape.Outputs;

        public static int Pixels => 1;
    }

    private readonly struct Inputs<TShape> : IExtent
        where TShape : struct, ILinear
    {
        public static int Channels => TShape.Inputs;

        public static int Pixels => 1;
    }

    private readonly struct SmallSide<TShape> : IExtent
        where TShape : struct, IConvolution
    {
        public static int Channels => TShape.SmallChannels;

        public static int Pixels => TShape.SmallHeight * TShape.SmallWidth;
    }

    private readonly struct LargeSide<TShape> : IExtent
        where TShape : struct, IConvolution
    {
        public static int Channels => TShape.LargeChannels;

        public static int Pixels => TShape.LargeHeight * TShape.LargeWidth;
    }
}
