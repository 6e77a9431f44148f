namespace GanDsl;

/// <summary>A parameter or buffer of a network in host memory, named and laid out as <c>torch.nn.Sequential</c> of the same layers would.</summary>
/// <param name="Name">For example <c>0.weight</c> or <c>1.running_mean</c>.</param>
/// <param name="Shape">The dimensions; empty for a scalar.</param>
/// <param name="Values">The elements, row by row.</param>
public sealed record NamedTensor(string Name, IReadOnlyList<long> Shape, TensorValues Values);

/// <summary>The elements of a <see cref="NamedTensor"/>: PyTorch keeps weights as float32 and counters as int64.</summary>
public abstract record TensorValues
{
    private TensorValues()
    {
    }

    /// <summary>How many elements there are.</summary>
    public abstract int Count { get; }

    /// <summary>Elements of 32-bit floating point.</summary>
    /// <param name="Elements">The elements.</param>
    public sealed record Float32(float[] Elements) : TensorValues
    {
        /// <inheritdoc/>
        public override int Count => Elements.Length;
    }

    /// <summary>Elements of 64-bit integers.</summary>
    /// <param name="Elements">The elements.</param>
    public sealed record Int64(long[] Elements) : TensorValues
    {
        /// <inheritdoc/>
        public override int Count => Elements.Length;
    }
}
