using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests.Contractions;

internal sealed class LinearCase<TShape> : ContractionCase
    where TShape : struct, ILinear
{
    public override string Name => typeof(TShape).Name;

    public override Extent Small => new(TShape.Outputs, 1);

    public override Extent Large => new(TShape.Inputs, 1);

    public override int Weights => TShape.Outputs * TShape.Inputs;

    public override void ForEachTerm(int batch, Action<int, int, int> term)
    {
        for (var n = 0; n < batch; n++)
        {
            for (var o = 0; o < TShape.Outputs; o++)
            {
                for (var i = 0; i < TShape.Inputs; i++) term((n * TShape.Outputs) + o, (n * TShape.Inputs) + i, (o * TShape.Inputs) + i);
            }
        }
    }

    public override Contraction Contraction<TEpilogue>(Side written) => written switch
    {
        Side.Small => new(LinearKernels.Linear<TShape, TEpilogue>, LinearKernels.LinearItems<TShape>, SliceKernels.Sum<SmallExtent, TEpilogue>),
        Side.Large =>
            new(LinearKernels.LinearTranspose<TShape, TEpilogue>, LinearKernels.LinearTransposeItems<TShape>, SliceKernels.Sum<LargeExtent, TEpilogue>),
        _ => new(LinearKernels.LinearWeight<TShape, TEpilogue>, LinearKernels.LinearWeightItems<TShape>, SliceKernels.Sum<WeightExtent, TEpilogue>),
    };

    private readonly struct SmallExtent : IExtent
    {
        public static int Channels => TShape.Outputs;
        public static int Pixels => 1;
    }

    private readonly struct LargeExtent : IExtent
    {
        public static int Channels => TShape.Inputs;
        public static int Pixels => 1;
    }

    private readonly struct WeightExtent : IExtent
    {
        public static int Channels => 1;
        public static int Pixels => TShape.Outputs * TShape.Inputs;
    }
}
