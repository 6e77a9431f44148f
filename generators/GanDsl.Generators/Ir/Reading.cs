using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>Which element of an operand belongs to an element of a value.</summary>
internal enum ReadingKind
{
    /// <summary>The one with the same number.</summary>
    Full,

    /// <summary>The one of the element's channel: a bias, a mean.</summary>
    Channel,

    /// <summary>The one of the element's sample: a weight per sample.</summary>
    Sample,

    /// <summary>The only one.</summary>
    Single,
}

/// <summary>How an elementwise expression reads an operand.</summary>
/// <param name="Kind">Which element.</param>
/// <param name="Channels">For a channel's element: how many channels a sample has. For a sample's: 1.</param>
/// <param name="Pixels">For a channel's element: how many pixels a channel has. For a sample's: how many numbers a sample has.</param>
internal readonly record struct Reading(ReadingKind Kind, int Channels = 1, int Pixels = 1)
{
    public static readonly Reading Full = new(ReadingKind.Full);
    public static readonly Reading Single = new(ReadingKind.Single);

    public static Reading Channel(Extent of) => new(ReadingKind.Channel, of.Channels, of.Pixels);

    public static Reading Sample(Extent of) => new(ReadingKind.Sample, 1, (int)of.Elements);

    /// <summary>In an operand (N, C), the one of the element's sample and channel.</summary>
    public static Reading SampleChannel(Extent of) => new(ReadingKind.Sample, 1, of.Pixels);

    /// <summary>The index of the operand's element for element <paramref name="index"/>.</summary>
    public long Element(long index) => Kind switch
    {
        ReadingKind.Full => index,
        ReadingKind.Channel => index / Pixels % Channels,
        ReadingKind.Sample => index / Pixels,
        _ => 0,
    };

    public override string ToString() => Kind switch
    {
        ReadingKind.Full => "",
        ReadingKind.Channel => $" by channel({Numbers.Plain(Channels)}·{Numbers.Plain(Pixels)})",
        ReadingKind.Sample => $" by sample({Numbers.Plain(Pixels)})",
        _ => " everywhere",
    };
}
