namespace GanDsl.Processors;

/// <summary>The instruction sets by which libtorch, oneDNN and MKL choose their kernels on x86, from the least on.</summary>
public enum InstructionSet
{
    /// <summary>What every x86-64 processor has. MKL says it of every processor that is not Intel's, for which it has kernels beside its order.</summary>
    General,
    Sse41,
    Sse42,
    Avx,
    Avx2,
    Avx512,
}
