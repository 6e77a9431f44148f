using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests.Contractions;

internal sealed class LinearCase<TShape> : ContractionCase
    where TShape : struct, ILinear
{
    public override string Name => typeof(TShape).Name;

    public override Extent Small => new(TShape.Outputs, 1);

    public override Extent Large => new(TShape.Inputs, 1);

    public override int Weights => TShape.Outputs * TShape.Inputs;

    public override IEnumerable<(int Small, int Large, int Weight)> Terms(int batch) =>
        from n in Enumerable.Range(0, batch)
        from o in Enumerable.Range(0, TShape.Outputs)
        from i in Enumerable.Range(0, TShape.Inputs)
        select (n * TShape.Outputs + o, n * TShape.Inputs + i, o * TShape.Inputs + i);

    public override Contraction Contraction<TEpilogue>(Side written) => written switch
    {
        Side.Small => new(LinearKernels.Linear<TShape, TEpilogue>, LinearKernels.LinearItems<TShape>, SliceKernels.Sum<SmallExtent, TEpilogue>),
        Side.Large => new(LinearKernels.LinearTranspose<TShape, TEpilogue>, LinearKernels.LinearTransposeItems<TShape>, SliceKernels.Sum<LargeExtent, TEpilogue>),
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
