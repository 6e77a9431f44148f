namespace GanDsl.States;

/// <summary>What a state promises, on any backend.</summary>
internal static class StateChecks
{
    private static readonly int[] BatchSizes = [4, 7, 5];

    /// <summary>
    /// N steps, then M ≡ N steps, the state into a game of another seed that has already played, then M: weights, reports and noise, bit for bit.
    /// </summary>
    public static void AssertResumes(Func<long, IGan> game, int before, int after)
    {
        using var straight = game(1);
        straight.LearningRateScale = 0.75;
        Play(straight, 0, before);
        var state = straight.State();

        using var resumed = game(2);
        Play(resumed, 100, 4);
        Assert.NotEqual(Bits(state), Bits(resumed.State()));
        resumed.Load([.. state.Reverse()]);

        AssertEqual(state, resumed.State());
        if (before > 0) Assert.Equal(straight.Report(), resumed.Report());
        for (var step = before; step < before + after; step++)
        {
            Play(straight, step, 1);
            Play(resumed, step, 1);
            Assert.Equal(straight.Report(), resumed.Report());
        }

        Assert.Equal(straight.Noise(5), resumed.Noise(5));
        Assert.Equal(
            straight.Sample([.. Enumerable.Range(0, 6).Select(i => MathF.Sin(i))]), resumed.Sample([.. Enumerable.Range(0, 6).Select(i => MathF.Sin(i))]));
        AssertEqual(straight.State(), resumed.State());
    }

    /// <summary>A state that does not fit is refused, and nothing is changed.</summary>
    public static void AssertRefused(IGan game, IReadOnlyList<NamedTensor> state, string message)
    {
        Play(game, 0, 3);
        var (before, report) = (game.State(), game.Report());

        var error = Assert.Throws<ArgumentException>(() => game.Load(state));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        AssertEqual(before, game.State());
        Assert.Equal(report, game.Report());
    }

    /// <summary>Steps on batches of different sizes, each a function of its number.</summary>
    public static void Play(IGan game, int first, int count)
    {
        for (var step = first; step < first + count; step++)
            game.Step([.. Enumerable.Range(0, 2 * BatchSizes[step % BatchSizes.Length]).Select(i => MathF.Sin((17 * step) + i))]);
    }

    public static void AssertEqual(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual)
    {
        Assert.Equal(expected.Select(tensor => tensor.Name), actual.Select(tensor => tensor.Name));
        Assert.Equal(Bits(expected), Bits(actual));
    }

    private static List<long> Bits(IReadOnlyList<NamedTensor> state) => [.. state.SelectMany(tensor => tensor.Values is TensorValues.Float32(var floats)
        ? Array.ConvertAll(floats, number => (long)BitConverter.SingleToInt32Bits(number))
        : ((TensorValues.Int64)tensor.Values).Elements)];
}
