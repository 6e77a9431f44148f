namespace GanDsl.Optimizers;

/// <summary>The average of G, computed beside a game from what G is after each step.</summary>
internal static class AverageOracle
{
    private const double Tolerance = 1e-6;

    /// <summary>Plays twelve steps of batches of different sizes, and compares the game's average with the formula after each.</summary>
    /// <param name="gan">The game.</param>
    /// <param name="halfLife">The half-life in images.</param>
    /// <param name="rampUp">What share of the images seen it is at most; 0 for no bound.</param>
    /// <param name="discriminatorSteps">The interval of calls that update G.</param>
    public static void AssertFollows(IGan gan, double halfLife, double rampUp, int discriminatorSteps)
    {
        var random = new Random(5);
        var average = Numbers(gan.GeneratorState());
        AssertEqual(average, Numbers(gan.AverageGeneratorState()!), 0, tolerance: 0);
        long seen = 0, since = 0;
        for (var step = 1; step <= 12; step++)
        {
            var count = 4 + (3 * (step % 4));
            gan.Step([.. Enumerable.Range(0, 2 * count).Select(_ => (float)random.NextDouble())]);
            since += count;
            if (step % discriminatorSteps == 0)
            {
                var beta = Math.Pow(0.5, since / (rampUp > 0 ? Math.Min(halfLife, rampUp * seen) : halfLife));
                foreach (var (name, values) in Numbers(gan.GeneratorState()))
                {
                    // Running statistics are copied.
                    var keep = name.Contains("running", StringComparison.Ordinal) || name.Contains("num_batches", StringComparison.Ordinal) ? 0 : beta;
                    average[name] = [.. values.PairedWith(average[name], (value, mean) => (keep * mean) + ((1 - keep) * value))];
                }

                (seen, since) = (seen + since, 0);
            }

            AssertEqual(average, Numbers(gan.AverageGeneratorState()!), step, Tolerance);
        }

        var distance = Numbers(gan.GeneratorState()).Sum(pair => pair.Value.PairedWith(average[pair.Key], (value, mean) => Math.Abs(value - mean)).Sum());
        Assert.True(distance > 1e-3, "The average is G itself: nothing was shown.");
    }

    private static Dictionary<string, double[]> Numbers(IReadOnlyList<NamedTensor> state) => state.ToDictionary(
        tensor => tensor.Name,
        tensor => tensor.Values is TensorValues.Float32 { Elements: var floats }
            ? Array.ConvertAll(floats, value => (double)value)
            : Array.ConvertAll(((TensorValues.Int64)tensor.Values).Elements, value => (double)value));

    private static void AssertEqual(Dictionary<string, double[]> expected, Dictionary<string, double[]> actual, int step, double tolerance)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (name, values) in expected)
        {
            var scale = Math.Max(values.Max(Math.Abs), 1e-3);
            for (var i = 0; i < values.Length; i++)
                Assert.True(
                    Math.Abs(values[i] - actual[name][i]) <= tolerance * scale, $"step {step}: {name}[{i}] is {actual[name][i]} and should be {values[i]}");
        }
    }
}
