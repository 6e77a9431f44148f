namespace GanDsl.Faults;

/// <summary>A mistake put into the text that is emitted for a game, and what must notice it.</summary>
/// <param name="Name">What is wrong, as a claim: <c>ALeakySlopeWrongByOnePercent</c>.</param>
/// <param name="Game">The game of <see cref="FaultyGames"/> that it is planted in.</param>
/// <param name="File">The hint name of the generated file.</param>
/// <param name="Text">What the generator writes there.</param>
/// <param name="Planted">What stands there instead.</param>
/// <param name="Caught">What the parity check must name as wrong: <c>gradient of D.0.bias</c>, <c>update of G.0.weight</c>.</param>
public sealed record PlantedFault(string Name, string Game, string File, string Text, string Planted, string Caught)
{
    /// <summary>How often the generator writes the text; each is replaced.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The file with the mistake.</summary>
    /// <param name="emitted">What the generator wrote.</param>
    /// <exception cref="FaultException">The text does not stand there as often as it should: the generator changed, and the fault would be none.</exception>
    public string PlantIn(string emitted)
    {
        var parts = emitted.Split(Text);
        return parts.Length - 1 == Times && Text != Planted
            ? string.Join(Planted, parts)
            : throw new FaultException(
                $"{Name}: '{Text}' stands {parts.Length - 1} times in {File} of {Game}, and should {Times} times; say where it goes in what is emitted now.");
    }
}
