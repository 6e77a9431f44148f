namespace GanDsl.Benchmarks.Quality;

/// <summary>A game over Fashion-MNIST that is trained, and then asked for pictures.</summary>
public interface IClothingGame : IDisposable
{
    /// <summary>What it is written with.</summary>
    string Name { get; }

    /// <summary>One call of the min-max step, on (N, 1, 28, 28) from −1 to 1.</summary>
    void Step(ReadOnlySpan<float> reals);

    /// <summary>So many pictures of G in eval mode.</summary>
    float[] Draw(int count);
}
