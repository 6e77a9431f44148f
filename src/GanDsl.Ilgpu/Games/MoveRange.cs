namespace GanDsl.Ilgpu;

/// <summary>A player's parameters with what its optimiser reads and remembers, as offsets in a game's memory.</summary>
/// <param name="Memory">The game's memory.</param>
/// <param name="Network">The player.</param>
/// <param name="Parameters">Where the parameters begin.</param>
/// <param name="Gradients">Where their gradients begin.</param>
/// <param name="Slots">Where what is remembered begins, slot after slot.</param>
/// <param name="Length">How long each of them is.</param>
public sealed record MoveRange(DeviceMemory Memory, IlgpuNetwork Network, long Parameters, long Gradients, long Slots, long Length);
