using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>A few numbers from a few numbers, line after line.</summary>
public interface IFormulas
{
    /// <summary>How many numbers are written.</summary>
    static abstract int Results { get; }

    /// <summary>Reads what is given, then writes the results, which may stand where something given does.</summary>
    static abstract void Apply(int sample, Operands operands, ArrayView<float> results);
}
