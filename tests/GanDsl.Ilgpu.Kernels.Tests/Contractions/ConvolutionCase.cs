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

    public override IEnumerable<(int Small, int Large, int Weight)> Terms(int batch) =>
        from n in Enumerable.Range(0, batch)
        from s in Enumerable.Range(0, TShape.SmallChannels)
        from y in Enumerable.Range(0, TShape.SmallHeight)
        from x in Enumerable.Range(0, TShape.SmallWidth)
        from d in Enumerable.Range(0, Depth)
        from i in Enumerable.Range(0, TShape.KernelHeight)
        from j in Enumerable.Range(0, TShape.KernelWidth)
        let l = s / (TShape.SmallChannels / TShape.Groups) * Depth + d
        let largeY = y * TShape.StrideHeight - TShape.PaddingHeight + i * TShape.DilationHeight
        let largeX = x * TShape.StrideWidth - TShape.PaddingWidth + j * TShape.DilationWidth
        where largeY >= 0 && largeY < TShape.LargeHeight && largeX >= 0 && largeX < TShape.LargeWidth
        select (
            ((n * TShape.SmallChannels + s) * TShape.SmallHeight + y) * TShape.SmallWidth + x,
            ((n * TShape.LargeChannels + l) * TShape.LargeHeight + largeY) * TShape.LargeWidth + largeX,
            ((s * Depth + d) * TShape.KernelHeight + i) * TShape.KernelWidth + j);

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
