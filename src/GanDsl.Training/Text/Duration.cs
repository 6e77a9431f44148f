using System.Globalization;

namespace GanDsl.Training;

/// <summary>Times for people.</summary>
internal static class Duration
{
    /// <summary><c>04:05:06</c>, or <c>3d 04:05:06</c>; null for none.</summary>
    public static string? Text(TimeSpan? time) => time is not { } known
        ? null
        : known.Days == 0
            ? known.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $@"{known.Days}d {known:hh\:mm\:ss}");
}
