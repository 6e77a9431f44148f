namespace GanDsl.Generators.Text;

/// <summary>Raw string literals of C#.</summary>
internal static class RawString
{
    /// <summary>The quotes around a text: one more than it has in a row, and at least three.</summary>
    public static string Quotes(string text)
    {
        var (longest, now) = (2, 0);
        foreach (var character in text)
        {
            now = character == '"' ? now + 1 : 0;
            longest = Math.Max(longest, now);
        }

        return new string('"', longest + 1);
    }
}
