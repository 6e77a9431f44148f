using System.Numerics;

namespace GanDsl.Training;

/// <summary>Looks for NaN and infinity among many numbers.</summary>
internal static class FiniteNumbers
{
    /// <summary>The index of the first number that is not finite; null where all are.</summary>
    public static int? FirstOther(ReadOnlySpan<float> values)
    {
        // Zero times a finite number is zero, and anything else is NaN, which a sum keeps.
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(values[i..]) * Vector<float>.Zero;
        if (Vector.EqualsAll(sum, Vector<float>.Zero))
        {
            for (; i < values.Length && float.IsFinite(values[i]); i++)
            {
            }

            return i < values.Length ? i : null;
        }

        for (i = 0; float.IsFinite(values[i]); i++)
        {
        }

        return i;
    }
}
