namespace GanDsl;

/// <summary>A game for people to read: its declaration and its networks.</summary>
/// <param name="Name">The class of the game: <c>ClothingGan</c>.</param>
/// <param name="Declaration">The classes of the blocks, the networks and the game as they are written, without bodies.</param>
/// <param name="Networks">The players' networks, generators first.</param>
public sealed record GanDescription(string Name, string Declaration, IReadOnlyList<NetworkDescription> Networks);

/// <summary>A network for people to read.</summary>
/// <param name="Name">The class: <c>ClothingGenerator</c>.</param>
/// <param name="Summary">Its layers with their output shapes, and the parameters and multiply-adds of one sample.</param>
public sealed record NetworkDescription(string Name, string Summary);
