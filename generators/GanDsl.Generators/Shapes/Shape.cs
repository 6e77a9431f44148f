using GanDsl.Generators.Text;

namespace GanDsl.Generators.Shapes;

/// <summary>The shape of one sample, without the batch N.</summary>
internal readonly record struct Shape(EquatableArray<int> Dimensions)
{
    public static Shape Of(params int[] dimensions) => new(dimensions.ToEquatableArray());

    public int Rank => Dimensions.Count;

    /// <summary>The product of the dimensions. Long, since a check asks whether it fits an int.</summary>
    public long Elements => Dimensions.Aggregate(1L, (product, dimension) => product > int.MaxValue ? product : product * dimension);

    /// <summary>The features of a flat sample, the channels of a picture.</summary>
    public int Channels => Dimensions[0];

    public int Height => Dimensions[1];

    public int Width => Dimensions[2];

    /// <summary>Whether it is a sequence, (channels, length), or a picture, (channels, height, width): what windows move over.</summary>
    public bool HasPixels => Rank is 2 or 3;

    /// <summary>A sequence as a picture of height 1; a picture as it is.</summary>
    public Shape AsPicture => Rank == 2 ? Of(Dimensions[0], 1, Dimensions[1]) : this;

    /// <summary>A picture of height 1 as the sequence that it is.</summary>
    public Shape AsSequence => Of(Channels, Width);

    /// <summary>The marker struct's name: <c>S1x28x28</c>.</summary>
    public string Marker => "S" + Numbers.List(Dimensions, "x");

    public override string ToString() => $"(N, {Numbers.List(Dimensions)})";
}
