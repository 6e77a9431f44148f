namespace GanDsl;

/// <summary>The errors where labels are passed to a game without classes, or none to a game with them.</summary>
internal static class LabelErrors
{
    public static InvalidOperationException NoClasses(string method) =>
        new($"This game has no classes; call {method} without labels, or declare both players with Classes.");

    public static InvalidOperationException NoLabels(string method, int classes) =>
        new(FormattableString.Invariant($"This game has {classes} classes; pass {method} the label of each sample, from 0 to {classes - 1}, too."));
}
