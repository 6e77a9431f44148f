using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Computes a few numbers from a few numbers, line by line.</summary>
public interface IFormulas
{
    /// <summary>How many numbers are written.</summary>
    static abstract int Results { get; }

    /// <summary>Reads the inputs, then writes the results, which may overlap the inputs.</summary>
    static abstract void Apply(int sample, Operands operands, ArrayView<float> results);
}
