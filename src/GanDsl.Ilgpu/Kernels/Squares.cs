namespace GanDsl.Ilgpu.Kernels;

/// <summary>The squares of operand A, to be summed.</summary>
public readonly struct Squares : ITerms
{
    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static Sums Apply(Place at, Operands operands) => new(operands.A(at.Index) * operands.A(at.Index));
}

/// <summary>A sample of one number.</summary>
public readonly struct OneNumber : IExtent
{
    /// <inheritdoc/>
    public static int Channels => 1;

    /// <inheritdoc/>
    public static int Pixels => 1;
}
