namespace GanDsl.Ilgpu.Kernels;

/// <summary>Adds up the slices of a contraction in a fixed order.</summary>
public static class SliceKernels
{
}
