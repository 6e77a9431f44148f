using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Sixteen neighbours: a row of a <see cref="WideTile"/>, or the numbers read for one.</summary>
internal readonly struct WideLanes(TileLanes low, TileLanes high)
{
    /// <summary>How many there are.</summary>
    public const int Count = 2 * TileLanes.Count;

    public readonly TileLanes Low = low, High = high;

    /// <summary>Sixteen numbers in a row; those after the last repeat it.</summary>
    public static WideLanes Read(ArrayView<float> from, int last) => last >= TileLanes.Count
        ? new(TileLanes.Read(from), TileLanes.Read(from.SubView(TileLanes.Count), 1, last - TileLanes.Count))
        : new(TileLanes.Read(from, 1, last), TileLanes.Read(from.SubView(last), 1, 0));

    /// <summary>These + factor · others.</summary>
    public WideLanes Plus(float factor, WideLanes others) => new(Low.Plus(factor, others.Low), High.Plus(factor, others.High));

    /// <summary>Stores them in a row.</summary>
    public void Write(ArrayView<float> to)
    {
        Low.Write(to);
        High.Write(to.SubView(TileLanes.Count));
    }
}
