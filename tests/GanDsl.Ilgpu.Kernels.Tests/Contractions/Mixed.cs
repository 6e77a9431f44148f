using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests.Contractions;

/// <summary>An epilogue that uses all of a place: bias by channel, another by sample, LeakyReLU, and an element added.</summary>
internal readonly struct Mixed : IEpilogue
{
    public static float Apply(float sum, Place at, Operands operands)
    {
        var x = sum + operands.B(at.Channel) + operands.C(at.Sample);
        return (x > 0 ? x : 0.2f * x) + operands.A(at.Index);
    }
}
