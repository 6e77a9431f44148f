namespace GanDsl.Generators.Text;

/// <summary>Errors of arguments that are out of range, as the end of a sentence; null where they are in range.</summary>
internal static class Limits
{
    public static string? Positive(string name, double value) => Unless(value > 0 && !double.IsInfinity(value), name, value, "more than 0 and finite");

    public static string? NotNegative(string name, double value) => Unless(value >= 0 && !double.IsInfinity(value), name, value, "at least 0 and finite");

    public static string? Finite(string name, double value) => Unless(!double.IsNaN(value) && !double.IsInfinity(value), name, value, "finite");

    public static string? AtLeastOne(string name, int value) => Unless(value >= 1, name, value, "at least 1");

    public static string? BelowOne(string name, double value) => Unless(value is >= 0 and < 1, name, value, "in [0, 1)");

    public static string? Share(string name, double value) => Unless(value is >= 0 and <= 1, name, value, "in [0, 1]");

    private static string? Unless(bool isFine, string name, double value, string limits) =>
        isFine ? null : $"{name} is {Numbers.Literal(value)}; it must be {limits}";
}
