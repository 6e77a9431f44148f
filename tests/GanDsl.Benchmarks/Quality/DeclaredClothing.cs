namespace GanDsl.Benchmarks.Quality;

/// <summary>A generated game under a name.</summary>
/// <param name="name">The name.</param>
/// <param name="gan">The game, which is disposed with this.</param>
public sealed class DeclaredClothing(string name, IGan gan) : IClothingGame
{
    public string Name => name;

    /// <summary>What the last step says.</summary>
    public StepReport Report => gan.Report();

    public void Step(ReadOnlySpan<float> reals) => gan.Step(reals);

    public float[] Draw(int count) => gan.Sample(gan.Noise(count));

    public void Dispose() => gan.Dispose();
}
