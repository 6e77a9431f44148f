namespace GanDsl.Generators.Tests.Rooms;

/// <summary>An order of rooms: each names only rooms in rows above its own.</summary>
/// <param name="rows">The rows.</param>
internal sealed class RoomOrder(params string[][] rows)
{
    /// <summary>The order of the generator's rooms, from symbols to text. A plan is part of the steps, and is made of checked ones.</summary>
    public static RoomOrder OfGenerator { get; } = new(
        ["Text"],
        ["Scalars"],
        ["Declarations"],
        ["Shapes"],
        ["Ir"],
        ["Losses"],
        ["Divergences"],
        ["Layers", "Objectives", "Regularizers", "Optimizers", "AuxiliaryLosses", "Augmentations"],
        ["Networks"],
        ["Steps"],
        ["Steps/Plan"],
        ["Programs"],
        ["Backends/Python"],
        ["Backends/Common"],
        ["Backends/Torch", "Backends/Ilgpu", "Backends/Onnx"],
        ["Diagnostics"],
        [""]);

    /// <summary>The arrows that do not run up. Those from and to rooms that have no place in the order are left out.</summary>
    public IReadOnlyList<Arrow> Against(RoomMap map) =>
        [.. map.Arrows.Where(arrow => RowOf(arrow.From) is >= 0 and var from && RowOf(arrow.To) >= from)];

    /// <summary>The rooms that have no place in the order.</summary>
    public IReadOnlyList<string> Unplaced(RoomMap map) => [.. map.Rooms.Where(room => RowOf(room) < 0)];

    private int RowOf(string room) => Array.FindIndex(rows, row => row.Contains(room));
}
