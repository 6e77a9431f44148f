namespace GanDsl;

/// <summary>
/// A shape as a type: the marker struct <c>S1x28x28</c> stands for (1, 28, 28). The source generator emits one for each shape that a network takes or returns.
/// </summary>
public interface IShape
{
    /// <summary>The dimensions of one sample, without the batch: 1, 28, 28.</summary>
    static abstract ReadOnlySpan<int> Dimensions { get; }

    /// <summary>The numbers in one sample: the product of the dimensions.</summary>
    static abstract int Elements { get; }
}
