using GanDsl.Generators.Text;

namespace GanDsl.Generators.Shapes;

/// <summary>The size of a value: some batches of samples of a shape, or, without a batch, only a shape (a parameter, a channel's statistics).</summary>
/// <param name="Batches">0, or 1 for N samples, 2 for reals and fakes in one value.</param>
/// <param name="Dimensions">The shape of one sample.</param>
internal readonly record struct Extent(int Batches, EquatableArray<int> Dimensions)
{
    /// <summary>A single number, without a batch.</summary>
    public static readonly Extent Single = new(0, EquatableArray.Of(1));

    public static Extent Of(int batches, Shape shape) => new(batches, shape.Dimensions);

    public static Extent Fixed(params int[] dimensions) => new(0, dimensions.ToEquatableArray());

    /// <summary>One number a sample.</summary>
    public static Extent PerSample(int batches) => new(batches, EquatableArray.Of(1));

    public Shape Shape => new(Dimensions);

    /// <summary>The numbers of one sample, or of the whole value if it has no batch.</summary>
    public long Elements => Shape.Elements;

    public int Channels => Dimensions[0];

    /// <summary>The pixels of a channel: 1 in flat samples.</summary>
    public int Pixels => (int)(Elements / Channels);

    public override string ToString() => Batches switch
    {
        0 => $"[{Numbers.List(Dimensions)}]",
        1 => $"[N, {Numbers.List(Dimensions)}]",
        _ => $"[{Numbers.Plain(Batches)}N, {Numbers.List(Dimensions)}]",
    };
}
