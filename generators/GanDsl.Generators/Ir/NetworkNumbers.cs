namespace GanDsl.Generators.Ir;

/// <summary>The networks of a program by their numbers: G and D, then those of the second pair. A player is the networks of one role in both pairs.</summary>
internal static class NetworkNumbers
{
    public const int Generator = 0;
    public const int Discriminator = 1;

    /// <summary>The difference between a network's number and that of its counterpart in the second pair.</summary>
    private const int ToInverse = 2;

    /// <summary>The number of a player's network in the first pair or the second.</summary>
    public static int Of(int player, bool isInverse) => isInverse ? player + ToInverse : player;

    /// <summary>The player that a network belongs to: <see cref="Generator"/> or <see cref="Discriminator"/>.</summary>
    public static int PlayerOf(int network) => network % ToInverse;

    /// <summary>The network in names of games' members: <c>InverseGenerator</c>.</summary>
    public static string Member(int network) => (network >= ToInverse ? "Inverse" : "") + (PlayerOf(network) == Generator ? "Generator" : "Discriminator");

    /// <summary>The network for people: <c>inverse G</c>.</summary>
    public static string Symbol(int network) => (network >= ToInverse ? "inverse " : "") + (PlayerOf(network) == Generator ? "G" : "D");

    /// <summary>The prefix of its parameters' names: <c>inverseG</c>.</summary>
    public static string Prefix(int network) => network >= ToInverse ? "inverse" + Symbol(PlayerOf(network)) : Symbol(network).ToLowerInvariant();
}
