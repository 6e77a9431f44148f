using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests.Contractions;

internal sealed class ConvolutionCase<TShape> : ContractionCase
    where TShape : struct, IConvolution
{
    public override string Name => typeof(TShape).Name;

    public override Extent Small => new(TShape.SmallChannels, TShape.SmallHeight * TShape.SmallWidth);

    public override Extent Large => new(TShape.LargeChannels, TShape.LargeHeight * TShape.LargeWidth);

    public override int Weights => TShape.SmallChannels * Depth * TShape.KernelHeight * TShape.KernelWidth;

    private static int Depth => TShape.LargeChannels / TShape.Groups;

    public override void ForEachTerm(int batch, Action<int, int, int> term)
    {
        for (var n = 0; n < batch; n++)
        {
            for (var s = 0; s < TShape.SmallChannels; s++)
            {
                for (var y = 0; y < TShape.SmallHeight; y++)
                {
                    for (var x = 0; x < TShape.SmallWidth; x++) ForEachTap(n, s, y, x, term);
                }
            }
        }
    }

    public override Contraction Contraction<TEpilogue>(Side written) => written switch
    {
        Side.Small => new(
            ConvolutionKernels.Conv2d<TShape, TEpilogue>,
            ConvolutionKernels.Conv2dItems<TShape>,
            SliceKernels.Sum<SmallExtent, TEpilogue>),
        Side.Large => new(
            ConvolutionKernels.ConvTranspose2d<TShape, TEpilogue>,
            ConvolutionKernels.ConvTranspose2dItems<TShape>,
            SliceKernels.Sum<LargeExtent, TEpilogue>),
        _ => new(
            ConvolutionKernels.Conv2dWeight<TShape, TEpilogue>,
            ConvolutionKernels.Conv2dWeightItems<TShape>,
            SliceKernels.Sum<WeightExtent, TEpilogue>),
    };

    // What one element of the small side is multiplied with.
    private static void ForEachTap(int n, int s, int y, int x, Action<int, int, int> term)
    {
        var small = (((((n * TShape.SmallChannels) + s) * TShape.SmallHeight) + y) * TShape.SmallWidth) + x;
        for (var d = 0; d < Depth; d++)
        {
            var l = (s / (TShape.SmallChannels / TShape.Groups) * Depth) + d;
            for (var i = 0; i < TShape.KernelHeight; i++)
            {
                var largeY = (y * TShape.StrideHeight) - TShape.PaddingHeight + (i * TShape.DilationHeight);
                if (largeY < 0 || largeY >= TShape.LargeHeight) continue;
                for (var j = 0; j < TShape.KernelWidth; j++)
                {
                    var largeX = (x * TShape.StrideWidth) - TShape.PaddingWidth + (j * TShape.DilationWidth);
                    if (largeX < 0 || largeX >= TShape.LargeWidth) continue;
                    term(
                        small,
                        (((((n * TShape.LargeChannels) + l) * TShape.LargeHeight) + largeY) * TShape.LargeWidth) + largeX,
                        (((((s * Depth) + d) * TShape.KernelHeight) + i) * TShape.KernelWidth) + j);
                }
            }
        }
    }

    private readonly struct SmallExtent : IExtent
    {
        public static int Channels => TShape.SmallChannels;
        public static int Pixels => TShape.SmallHeight * TShape.SmallWidth;
    }

    private readonly struct LargeExtent : IExtent
    {
        public static int Channels => TShape.LargeChannels;
        public static int Pixels => TShape.LargeHeight * TShape.LargeWidth;
    }

    private readonly struct WeightExtent : IExtent
    {
        public static int Channels => 1;
        public static int Pixels => TShape.SmallChannels * (TShape.LargeChannels / TShape.Groups) * TShape.KernelHeight * TShape.KernelWidth;
    }
}
