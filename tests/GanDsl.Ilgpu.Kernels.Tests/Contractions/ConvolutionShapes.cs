using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests.Contractions;

// Shapes that leave remainders in every dimension of a tile.

internal static class ConvolutionShapes
{
    public static IReadOnlyList<ContractionCase> All { get; } =
    [
        new ConvolutionCase<Dcgan>(),
        new ConvolutionCase<Rgb>(),
        new ConvolutionCase<FromOneChannel>(),
        new ConvolutionCase<ToOneChannel>(),
        new ConvolutionCase<ThreeGroups>(),
        new ConvolutionCase<TwoWideGroups>(),
        new ConvolutionCase<Depthwise>(),
        new ConvolutionCase<Dilated>(),
        new ConvolutionCase<DilatedStrided>(),
        new ConvolutionCase<StrideThree>(),
        new ConvolutionCase<OutputPadding>(),
        new ConvolutionCase<Rectangular>(),
        new ConvolutionCase<Pointwise>(),
        new ConvolutionCase<ToOnePixel>(),
        new ConvolutionCase<FiveTaps>(),
        new ConvolutionCase<WideRow>(),
        new ConvolutionCase<WidePadding>(),
    ];

    /// <summary>Kernel 4, stride 2, padding 1: a DCGAN's usual layer, whole tiles.</summary>
    internal readonly struct Dcgan : IConvolution
    {
        public static int LargeChannels => 8;
        public static int LargeHeight => 16;
        public static int LargeWidth => 16;
        public static int SmallChannels => 16;
        public static int SmallHeight => 8;
        public static int SmallWidth => 8;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>Three channels in, a ragged number out.</summary>
    internal readonly struct Rgb : IConvolution
    {
        public static int LargeChannels => 3;
        public static int LargeHeight => 16;
        public static int LargeWidth => 16;
        public static int SmallChannels => 10;
        public static int SmallHeight => 8;
        public static int SmallWidth => 8;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>One channel in.</summary>
    internal readonly struct FromOneChannel : IConvolution
    {
        public static int LargeChannels => 1;
        public static int LargeHeight => 9;
        public static int LargeWidth => 9;
        public static int SmallChannels => 5;
        public static int SmallHeight => 9;
        public static int SmallWidth => 9;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int StrideHeight => 1;
        public static int StrideWidth => 1;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>One channel out.</summary>
    internal readonly struct ToOneChannel : IConvolution
    {
        public static int LargeChannels => 9;
        public static int LargeHeight => 8;
        public static int LargeWidth => 8;
        public static int SmallChannels => 1;
        public static int SmallHeight => 4;
        public static int SmallWidth => 4;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>Groups of 4 and 6 channels.</summary>
    internal readonly struct ThreeGroups : IConvolution
    {
        public static int LargeChannels => 12;
        public static int LargeHeight => 7;
        public static int LargeWidth => 9;
        public static int SmallChannels => 18;
        public static int SmallHeight => 7;
        public static int SmallWidth => 9;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int StrideHeight => 1;
        public static int StrideWidth => 1;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 3;
    }

    /// <summary>Groups of 9 and 10 channels, each with a ragged tile.</summary>
    internal readonly struct TwoWideGroups : IConvolution
    {
        public static int LargeChannels => 18;
        public static int LargeHeight => 8;
        public static int LargeWidth => 8;
        public static int SmallChannels => 20;
        public static int SmallHeight => 4;
        public static int SmallWidth => 4;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 2;
    }

    /// <summary>A group a channel.</summary>
    internal readonly struct Depthwise : IConvolution
    {
        public static int LargeChannels => 6;
        public static int LargeHeight => 7;
        public static int LargeWidth => 7;
        public static int SmallChannels => 6;
        public static int SmallHeight => 7;
        public static int SmallWidth => 7;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int StrideHeight => 1;
        public static int StrideWidth => 1;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 6;
    }

    /// <summary>Taps two apart.</summary>
    internal readonly struct Dilated : IConvolution
    {
        public static int LargeChannels => 4;
        public static int LargeHeight => 13;
        public static int LargeWidth => 12;
        public static int SmallChannels => 9;
        public static int SmallHeight => 13;
        public static int SmallWidth => 12;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int StrideHeight => 1;
        public static int StrideWidth => 1;
        public static int PaddingHeight => 2;
        public static int PaddingWidth => 2;
        public static int DilationHeight => 2;
        public static int DilationWidth => 2;
        public static int Groups => 1;
    }

    /// <summary>Strides and dilations that share a factor in one dimension and none in the other.</summary>
    internal readonly struct DilatedStrided : IConvolution
    {
        public static int LargeChannels => 3;
        public static int LargeHeight => 17;
        public static int LargeWidth => 19;
        public static int SmallChannels => 8;
        public static int SmallHeight => 8;
        public static int SmallWidth => 9;
        public static int KernelHeight => 3;
        public static int KernelWidth => 2;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 2;
        public static int DilationWidth => 3;
        public static int Groups => 1;
    }

    /// <summary>Kernel 5, stride 3.</summary>
    internal readonly struct StrideThree : IConvolution
    {
        public static int LargeChannels => 5;
        public static int LargeHeight => 14;
        public static int LargeWidth => 20;
        public static int SmallChannels => 11;
        public static int SmallHeight => 5;
        public static int SmallWidth => 7;
        public static int KernelHeight => 5;
        public static int KernelWidth => 5;
        public static int StrideHeight => 3;
        public static int StrideWidth => 3;
        public static int PaddingHeight => 2;
        public static int PaddingWidth => 2;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>Large is a row and a column larger than small asks for.</summary>
    internal readonly struct OutputPadding : IConvolution
    {
        public static int LargeChannels => 6;
        public static int LargeHeight => 8;
        public static int LargeWidth => 8;
        public static int SmallChannels => 9;
        public static int SmallHeight => 4;
        public static int SmallWidth => 4;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>Everything differs between height and width.</summary>
    internal readonly struct Rectangular : IConvolution
    {
        public static int LargeChannels => 2;
        public static int LargeHeight => 10;
        public static int LargeWidth => 30;
        public static int SmallChannels => 9;
        public static int SmallHeight => 10;
        public static int SmallWidth => 15;
        public static int KernelHeight => 1;
        public static int KernelWidth => 4;
        public static int StrideHeight => 1;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 0;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>A kernel of one tap.</summary>
    internal readonly struct Pointwise : IConvolution
    {
        public static int LargeChannels => 17;
        public static int LargeHeight => 5;
        public static int LargeWidth => 5;
        public static int SmallChannels => 9;
        public static int SmallHeight => 5;
        public static int SmallWidth => 5;
        public static int KernelHeight => 1;
        public static int KernelWidth => 1;
        public static int StrideHeight => 1;
        public static int StrideWidth => 1;
        public static int PaddingHeight => 0;
        public static int PaddingWidth => 0;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>The whole picture under the kernel.</summary>
    internal readonly struct ToOnePixel : IConvolution
    {
        public static int LargeChannels => 9;
        public static int LargeHeight => 4;
        public static int LargeWidth => 4;
        public static int SmallChannels => 12;
        public static int SmallHeight => 1;
        public static int SmallWidth => 1;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 1;
        public static int StrideWidth => 1;
        public static int PaddingHeight => 0;
        public static int PaddingWidth => 0;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>Kernel 5: a run of four taps and one of one.</summary>
    internal readonly struct FiveTaps : IConvolution
    {
        public static int LargeChannels => 3;
        public static int LargeHeight => 9;
        public static int LargeWidth => 11;
        public static int SmallChannels => 9;
        public static int SmallHeight => 9;
        public static int SmallWidth => 11;
        public static int KernelHeight => 5;
        public static int KernelWidth => 5;
        public static int StrideHeight => 1;
        public static int StrideWidth => 1;
        public static int PaddingHeight => 2;
        public static int PaddingWidth => 2;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>Rows of two tiles and one pixel.</summary>
    internal readonly struct WideRow : IConvolution
    {
        public static int LargeChannels => 4;
        public static int LargeHeight => 6;
        public static int LargeWidth => 34;
        public static int SmallChannels => 8;
        public static int SmallHeight => 3;
        public static int SmallWidth => 17;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }

    /// <summary>Padding that leaves a first tap outside everywhere in the first row.</summary>
    internal readonly struct WidePadding : IConvolution
    {
        public static int LargeChannels => 2;
        public static int LargeHeight => 7;
        public static int LargeWidth => 7;
        public static int SmallChannels => 3;
        public static int SmallHeight => 5;
        public static int SmallWidth => 5;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 3;
        public static int PaddingWidth => 3;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }
}
