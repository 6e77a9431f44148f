using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Adds up the slices of a contraction in a fixed order.</summary>
public static class SliceKernels
{
    /// <summary>
    /// PyTorch: <c>slices.sum(0)</c>. result[i] = epilogue(Σ_s slices[s, i]), s ascending. One work item per element: launch as many as a slice has.
    /// </summary>
    /// <typeparam name="TExtent">The shape of the result. A weight's has one channel, so that its places name channel 0 and sample 0.</typeparam>
    /// <typeparam name="TEpilogue">The epilogue of a sum.</typeparam>
    /// <param name="item">The element.</param>
    /// <param name="arguments">The operands.</param>
    public static void Sum<TExtent, TEpilogue>(Index1D item, SliceArguments arguments)
        where TExtent : struct, IExtent
        where TEpilogue : struct, IEpilogue
    {
        var sum = 0f;
        for (var slice = 0; slice < arguments.Count; slice++) sum += arguments.Slices[(long)slice * arguments.Size + item];

        var row = item / TExtent.Pixels;
        var place = new Place(item, row % TExtent.Channels, row / TExtent.Channels);
        arguments.Result[item] = TEpilogue.Apply(sum, place, arguments.Operands);
    }
}
