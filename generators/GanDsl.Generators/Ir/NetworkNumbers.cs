namespace GanDsl.Generators.Ir;

/// <summary>The networks of a program by their numbers: G and D, and those of the second pair behind them. A player is what both pairs have of a kind.</summary>
internal static class NetworkNumbers
{
    public const int Generator = 0;
    public const int Discriminator = 1;

    /// <summary>What is between a network's number and that of its like in the second pair.</summary>
    private const int ToInverse = 2;

    /// <summary>The number of a player's network in the first pair or the second.</summary>
    public static int Of(int player, bool isInverse) => isInverse ? player + ToInverse : player;

    /// <summary>Which player moves a network: <see cref="Generator"/> or <see cref="Discriminator"/>.</summary>
    public static int PlayerOf(int network) => network % ToInverse;

    /// <summary>The network as members of games name it: <c>InverseGenerator</c>.</summary>
    public static string Member(int network) => (network >= ToInverse ? "Inverse" : "") + (PlayerOf(network) == Generator ? "Generator" : "Discriminator");

    /// <summary>The network for people: <c>inverse G</c>.</summary>
    public static string Symbol(int network) => (network >= ToInverse ? "inverse " : "") + (PlayerOf(network) == Generator ? "G" : "D");

    /// <summary>What the names of its parameters begin with: <c>inverseG</c>.</summary>
    public static string Prefix(int network) => network >= ToInverse ? "inverse" + Symbol(PlayerOf(network)) : Symbol(network).ToLowerInvariant();
}
