namespace GanDsl;

/// <summary>What one regulariser says of D's last batch.</summary>
/// <param name="Name">The regulariser's attribute: <c>R1</c>.</param>
/// <param name="Value">The mean of its penalty over the last batch that it looked at, weight included.</param>
/// <param name="Every">In every how many calls it is part of D's loss, beginning with the first, that many times as strong.</param>
public readonly record struct PenaltyValue(string Name, double Value, int Every = 1)
{
    /// <summary>What it was in D's loss in a call.</summary>
    /// <param name="step">The number of the call, from 1.</param>
    public double InLossOf(long step) => (step - 1) % Every == 0 ? Every * Value : 0;
}
