using System.Globalization;
using System.Text;

namespace GanDsl.Ilgpu;

/// <summary>
/// ILGPU numbers the types and labels of its OpenCL C over all that a context has translated, so that a kernel's text depends on the kernels before it.
/// Numbered from 0 in each text, it is the same in every process, and drivers find what they have compiled before.
/// </summary>
internal static class KernelText
{
    private static readonly string[] Prefixes = ["type_", "L_"];

    /// <summary>The text, with its types and labels numbered in the order in which they appear.</summary>
    public static string Renumber(string text)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new StringBuilder(text.Length);
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = at + 1;
            if (IsOfAName(text[at]))
            {
                while (end < text.Length && IsOfAName(text[end])) end++;
                Append(result, text.AsSpan(at, end - at), numbers);
            }
            else
            {
                result.Append(text[at]);
            }
        }

        return result.ToString();
    }

    // type_30016_kernel is the type of an argument whose values are type_30016: the end stays.
    private static void Append(StringBuilder result, ReadOnlySpan<char> name, Dictionary<string, int> numbers)
    {
        foreach (var prefix in Prefixes)
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var digits = name[prefix.Length..].IndexOfAnyExceptInRange('0', '9');
            var end = digits < 0 ? name.Length : prefix.Length + digits;
            if (end == prefix.Length) continue;
            var number = name[..end].ToString();
            if (!numbers.TryGetValue(number, out var renumbered)) numbers.Add(number, renumbered = numbers.Count);
            result.Append(CultureInfo.InvariantCulture, $"{prefix}{renumbered}").Append(name[end..]);
            return;
        }

        result.Append(name);
    }

    private static bool IsOfAName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
