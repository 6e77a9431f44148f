namespace GanDsl.Ilgpu;

/// <summary>A player's parameters, gradients and optimiser state, as offsets in a game's memory.</summary>
/// <param name="Memory">The game's memory.</param>
/// <param name="Network">The player.</param>
/// <param name="Parameters">Where the parameters begin.</param>
/// <param name="Gradients">Where their gradients begin.</param>
/// <param name="Slots">Where the state begins, slot after slot.</param>
/// <param name="Length">How long each of them is.</param>
/// <param name="Clip">Where the norm of the gradients is computed: the clipping factor, then the sums of slices.</param>
public sealed record UpdateRange(DeviceMemory Memory, IlgpuNetwork Network, long Parameters, long Gradients, long Slots, long Length, long Clip)
{
    /// <summary>How many slices the squares of the gradients are summed in.</summary>
    internal const int ClipSlices = 1024;

    /// <summary>How many numbers are reserved from <see cref="Clip"/> on.</summary>
    internal const int ClipLength = ClipSlices + 64;
}
