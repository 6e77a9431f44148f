namespace GanDsl.Training;

/// <summary>Pictures of pairs, one beside the other.</summary>
internal static class SideBySide
{
    /// <summary>The first of one kind, the first of the other, the second of one kind, … Grey ones get three channels where the others have them.</summary>
    /// <param name="left">Pictures, one after the other.</param>
    /// <param name="leftChannels">Their channels, 1 or 3.</param>
    /// <param name="right">As many pictures.</param>
    /// <param name="rightChannels">Their channels, 1 or 3.</param>
    /// <param name="pixels">Pixels per channel.</param>
    /// <param name="channels">The resulting number of channels.</param>
    public static float[] Of(ReadOnlySpan<float> left, int leftChannels, ReadOnlySpan<float> right, int rightChannels, int pixels, out int channels)
    {
        channels = Math.Max(leftChannels, rightChannels);
        var count = left.Length / (leftChannels * pixels);
        var both = new float[2 * count * channels * pixels];
        for (var i = 0; i < 2 * count; i++)
        {
            var from = i % 2 == 0 ? left : right;
            var of = i % 2 == 0 ? leftChannels : rightChannels;
            for (var channel = 0; channel < channels; channel++)
            {
                from.Slice(((i / 2 * of) + Math.Min(channel, of - 1)) * pixels, pixels).CopyTo(both.AsSpan(((i * channels) + channel) * pixels));
            }
        }

        return both;
    }
}
