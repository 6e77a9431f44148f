namespace GanDsl.Training.Tests.Checkpoints;

/// <summary>A game that learns nothing: its weights are its steps.</summary>
internal sealed class PaperGame : IGan
{
    public string DeviceName => "paper";

    public int Latent => 1;

    public IReadOnlyList<int> SampleShape => [1];

    public long Steps { get; set; }

    /// <summary>How many weights G has.</summary>
    public int Weights { get; init; } = 3;

    /// <summary>The name of the random numbers.</summary>
    public string Random { get; init; } = "random.paper";

    public void Step(ReadOnlySpan<float> reals) => Steps++;

    public double LearningRateScale { get; set; } = 1;

    public StepReport Report() => new(Steps, 0, 0, 0, 0, 0, 0, 0);

    public float[] Noise(int count) => new float[count];

    public float[] Sample(ReadOnlySpan<float> latents) => new float[latents.Length];

    public IReadOnlyList<NamedTensor> GeneratorState() => [new("0.weight", [Weights], new TensorValues.Float32([.. Enumerable.Repeat((float)Steps, Weights)]))];

    public IReadOnlyList<NamedTensor> DiscriminatorState() => [];

    public IReadOnlyList<NamedTensor> State() =>
        [new(Random, [1], new TensorValues.Int64([Steps])), new("game.steps", [], new TensorValues.Int64([Steps])),
            .. GeneratorState().Select(tensor => tensor with { Name = "generator." + tensor.Name })];

    public void Load(IReadOnlyList<NamedTensor> state)
    {
        if (state.Any(tensor => tensor.Name.StartsWith("random.", StringComparison.Ordinal) && tensor.Name != Random))
            throw new ArgumentException("These are other random numbers.", nameof(state));
        Steps = ((TensorValues.Int64)state.Single(tensor => tensor.Name == "game.steps").Values).Elements[0];
    }

    public void Dispose()
    {
    }
}
