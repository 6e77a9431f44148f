namespace GanDsl.Processors;

/// <summary>What one library says it uses.</summary>
/// <param name="Words">Its own words; empty where it said nothing.</param>
/// <param name="Set">What that is; null where it says nothing that we know.</param>
public sealed record Said(string Words, InstructionSet? Set)
{
    public static Said Nothing { get; } = new("", null);

    public override string ToString() => Words.Length == 0 ? "nothing" : Words;
}
