namespace GanDsl.Training;

/// <summary>A number that measures a game's quality.</summary>
/// <param name="Name">Its name: <c>JSD</c>.</param>
/// <param name="Value">Its value; NaN is never the best.</param>
public readonly record struct Metric(string Name, double Value);
