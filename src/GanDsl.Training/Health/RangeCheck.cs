using System.Globalization;

namespace GanDsl.Training;

/// <summary>Compares the range of data with that of the network which makes such, as far as its last layer gives one.</summary>
internal sealed class RangeCheck
{
    private const float Tolerance = 0.01f;

    // These only move numbers.
    private static readonly string[] moves = ["Reshape", "Flatten", "Tap", "Upsample", "PixelShuffle", "PixelUnshuffle", "ReflectionPad2d"];

    private readonly (float Low, float High) range;
    private readonly string text;
    private readonly bool isOfSources;
    private bool isTold;

    private RangeCheck((float Low, float High) range, string text, bool isOfSources) => (this.range, this.text, this.isOfSources) = (range, text, isOfSources);

    /// <summary>The checks of a game: of its samples, and in a game over two pairs of its sources; none where the last layers have no bounds.</summary>
    public static List<RangeCheck> Of(IGan gan)
    {
        var checks = new List<RangeCheck>();
        foreach (var (player, lines) in DeclarationText.Of(gan).Players.Where(player => player.Name is "G" or "F"))
        {
            var last = lines.Select(line => line.Trim()).LastOrDefault(line => !moves.Contains(line.Split('(')[0]));
            (float, float)? bounds = last switch
            {
                "Tanh" => (-1, 1),
                "Sigmoid" => (0, 1),
                "ReLU" => (0, float.PositiveInfinity),
                _ => null,
            };
            if (bounds is { } range) checks.Add(new RangeCheck(range, $"{player} ends in {last}", player == "F"));
        }

        return checks;
    }

    /// <summary>Looks at a batch's samples or sources.</summary>
    /// <returns>A warning, the first time that they leave the network's range; null otherwise.</returns>
    public string? Look(ReadOnlySpan<float> samples, ReadOnlySpan<float> sources)
    {
        var values = isOfSources ? sources : samples;
        if (isTold || values.IsEmpty) return null;
        var (least, most) = (values[0], values[0]);
        foreach (var value in values) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        isTold = least < range.Low - Tolerance || most > range.High + Tolerance;
        if (!isTold) return null;
        var bounds = float.IsFinite(range.High)
            ? FormattableString.Invariant($"outside of {range.Low} to {range.High}")
            : FormattableString.Invariant($"below {range.Low}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(isOfSources ? "sources" : "reals")} go from {least:G4} to {most:G4}, but {text}, and makes none {bounds}: no fake can be like them; "
                + $"bring the data into that range, or end the network otherwise.");
    }
}
