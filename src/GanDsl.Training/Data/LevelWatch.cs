using System.Globalization;

namespace GanDsl.Training;

/// <summary>Finds content of few bits in files of many, by the first pictures: read as it is, it would be nearly black.</summary>
/// <param name="pictures">How many pictures are looked at.</param>
internal sealed class LevelWatch(int pictures)
{
    /// <summary>How many are enough.</summary>
    public const int Most = 64;

    private const int FarBelow = 4;

    private readonly Lock gate = new();
    private int seen;
    private int shallow = -1;
    private int deep = -1;

    /// <summary>Looks at a picture, unless enough are seen.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool IsLast(PictureFile picture)
    {
        lock (gate)
        {
            if (seen >= pictures) return false;
            if (picture.IsDeep) deep = Math.Max(deep, picture.LargestLevel());
            else shallow = Math.Max(shallow, picture.LargestLevel());
            return ++seen == pictures;
        }
    }

    /// <summary>What is found in a folder.</summary>
    public IEnumerable<string> Warnings(string folder)
    {
        foreach (var (largest, most) in ((int, int)[])[(shallow, byte.MaxValue), (deep, ushort.MaxValue)])
        {
            if (largest < 0 || FarBelow * largest > most) continue;

            // 4095 of 12 bits.
            var bits = (1 << (32 - int.LeadingZeroCount(largest))) - 1;
            yield return largest == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{folder}: the first {pictures} pictures are all black.")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{folder}: no value in the first {pictures} pictures is above {largest}, where the format has {most}: they are read as nearly black; "
                        + $"pass Range = (0, {bits}) if their content has no more.");
        }
    }
}
