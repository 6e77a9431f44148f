namespace GanDsl.Training;

/// <summary>A number that says how good a game is.</summary>
/// <param name="Name">What it is: <c>JSD</c>.</param>
/// <param name="Value">How much; NaN is never the best.</param>
public readonly record struct Metric(string Name, double Value);
