using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Elementwise expressions.</summary>
public static class MapKernels
{
    /// <summary>Writes an expression's value at every element of a value (batch, channels, pixels). Item k computes the elements k, k + items, …</summary>
    public static void Map<TExtent, TMap>(Index1D item, MapArguments arguments)
        where TExtent : struct, IExtent
        where TMap : struct, IMap
    {
        var output = arguments.Output;

        // Compared without signs: past int.MaxValue the number becomes negative, and the loop ends.
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            output[i] = TMap.Apply(PlaceOf<TExtent>(i), arguments.Operands);
        }
    }

    /// <summary>An element's channel and sample.</summary>
    internal static Place PlaceOf<TExtent>(int index)
        where TExtent : struct, IExtent
    {
        var row = (uint)index / (uint)TExtent.Pixels;
        return new Place(index, (int)(row % (uint)TExtent.Channels), (int)(row / (uint)TExtent.Channels));
    }
}
