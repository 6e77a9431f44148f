namespace GanDsl;

/// <summary>The value of one regulariser on D's last batch.</summary>
/// <param name="Name">The regulariser's attribute: <c>R1</c>.</param>
/// <param name="Value">The mean of its penalty over the last batch where it was due, weight included.</param>
/// <param name="Every">Its interval in calls, starting with the first; it is that many times as strong.</param>
public readonly record struct PenaltyValue(string Name, double Value, int Every = 1)
{
    /// <summary>Its value in D's loss in a call.</summary>
    /// <param name="step">The number of the call, from 1.</param>
    public double InLossOf(long step) => (step - 1) % Every == 0 ? Every * Value : 0;
}
