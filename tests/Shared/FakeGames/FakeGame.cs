namespace GanDsl.FakeGames;

/// <summary>A game that learns nothing and remembers what was asked of it; its numbers are functions of its steps.</summary>
internal sealed class FakeGame : IGan
{
    public string DeviceName => "paper";

    public GanDescription? Description { get; init; }

    public int Latent { get; init; } = 2;

    public IReadOnlyList<int> SampleShape { get; init; } = [1, 28, 28];

    public IReadOnlyList<int> SourceShape { get; init; } = [];

    public long Steps { get; private set; }

    public List<long> Reports { get; } = [];

    public List<int> BatchSizes { get; } = [];

    /// <summary>The sum of all reals seen, each times its place among them: who sees others, or in another order, has another.</summary>
    public double Seen { get; private set; }

    public int Classes { get; init; }

    public bool TakesSources { get; init; }

    /// <summary>The first number of every real seen, beside the first of its source.</summary>
    public List<(float Real, float Source)> Pairs { get; } = [];

    /// <summary>The labels of all reals seen.</summary>
    public List<int> Labels { get; } = [];

    /// <summary>The labels that samples were asked for, call by call.</summary>
    public List<int[]> Asked { get; } = [];

    /// <summary>How many samples were asked for, call by call.</summary>
    public List<int> Sampled { get; } = [];

    public Action<long> AfterStep { get; init; } = _ => { };

    /// <summary>Whether G's weight is NaN.</summary>
    public Func<FakeGame, bool> IsBroken { get; init; } = _ => false;

    /// <summary>Whether it makes the same of all latents.</summary>
    public bool AreAlike { get; init; }

    public bool IsDisposed { get; private set; }

    public void Step(ReadOnlySpan<float> reals)
    {
        BatchSizes.Add(reals.Length / Elements);
        foreach (var real in reals) Seen = (Seen * 0.999) + real;
        Steps++;
        AfterStep(Steps);
    }

    public void Step(ReadOnlySpan<float> reals, ReadOnlySpan<int> labels)
    {
        Labels.AddRange(labels);
        Step(reals);
    }

    public void StepPairs(ReadOnlySpan<float> reals, ReadOnlySpan<float> sources)
    {
        for (var i = 0; i < reals.Length / Elements; i++) Pairs.Add((reals[i * Elements], sources[i * Latent]));
        Step(reals);
    }

    public float[] Sample(ReadOnlySpan<float> latents, ReadOnlySpan<int> labels)
    {
        Asked.Add(labels.ToArray());
        return Sample(latents);
    }

    public double LearningRateScale { get; set; } = 1;

    public StepReport Report()
    {
        if (Steps == 0) throw new InvalidOperationException("No step was taken yet.");
        Reports.Add(Steps);
        return ReportOf(Steps);
    }

    /// <summary>What is reported after a step.</summary>
    public Func<long, StepReport> ReportOf { get; init; } = step =>
        new StepReport(step, -1.5, 1.25, 0.75, 0.625, 0.375, 2, 3, Divergence: "JSD", Estimate: -0.05685281944005471);

    public float[] Noise(int count) => [.. Enumerable.Range(0, count * Latent).Select(i => MathF.Sin(i + 1))];

    public float[] Sample(ReadOnlySpan<float> latents)
    {
        var samples = new float[latents.Length / Latent * Elements];
        Sampled.Add(latents.Length / Latent);
        var first = Math.Min(1f, -1f + (Steps / 100f));
        for (var i = 0; i < samples.Length / Elements; i++)
            Array.Fill(samples, i % 4 < 2 || AreAlike ? first : first - 0.5f, i * Elements, Elements);
        return samples;
    }

    public IReadOnlyList<NamedTensor> GeneratorState() => [new("0.weight", [2], new TensorValues.Float32([Steps, IsBroken(this) ? float.NaN : 0]))];

    public IReadOnlyList<NamedTensor> DiscriminatorState() => [];

    public IReadOnlyList<NamedTensor> State() =>
    [
        new("game.steps", [], new TensorValues.Int64([Steps])),
        new("game.numbers", [2], new TensorValues.Int64([BitConverter.DoubleToInt64Bits(Seen), BitConverter.DoubleToInt64Bits(LearningRateScale)])),
        .. GeneratorState().Select(tensor => tensor with { Name = "generator." + tensor.Name }),
    ];

    public void Load(IReadOnlyList<NamedTensor> state)
    {
        Steps = ((TensorValues.Int64)state[0].Values).Elements[0];
        Seen = BitConverter.Int64BitsToDouble(((TensorValues.Int64)state[1].Values).Elements[0]);
        LearningRateScale = BitConverter.Int64BitsToDouble(((TensorValues.Int64)state[1].Values).Elements[1]);
    }

    public void Dispose() => IsDisposed = true;

    private int Elements => SampleShape.Aggregate(1, (product, size) => product * size);
}

internal readonly struct Image28 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [1, 28, 28];

    public static int Elements => 784;
}

internal readonly struct Image32 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [1, 32, 32];

    public static int Elements => 1024;
}
