namespace GanDsl.Tests;

/// <summary>Two lists side by side. <c>Zip</c> stops where the shorter one ends: a test that compares with it passes on what is missing.</summary>
internal static class Pairs
{
    /// <summary>The elements of both at each place.</summary>
    /// <exception cref="ArgumentException">One is longer than the other.</exception>
    public static (TFirst First, TSecond Second)[] PairedWith<TFirst, TSecond>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second) =>
        first.PairedWith(second, (one, other) => (one, other));

    /// <summary>What is made of the elements of both at each place.</summary>
    /// <exception cref="ArgumentException">One is longer than the other.</exception>
    public static TResult[] PairedWith<TFirst, TSecond, TResult>(
        this IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> make)
    {
        var (ones, others) = (first.ToArray(), second.ToArray());
        if (ones.Length != others.Length)
            throw new ArgumentException(FormattableString.Invariant($"{ones.Length} and {others.Length} elements make no pairs."), nameof(second));
        return [.. ones.Zip(others, make)];
    }
}
