namespace GanDsl.Oracles;

/// <summary>PyTorch itself, from Python.</summary>
public sealed class PyTorch : IOracle
{
    private static readonly Lazy<string?> Found = new(() => SystemPython.With("torch"));

    /// <inheritdoc/>
    public static string Name => "PyTorch, for Python";

    /// <inheritdoc/>
    public static string? Remedy => "apt-get install python3-torch";

    /// <inheritdoc/>
    public static bool IsThere => Found.Value is not null;

    /// <summary>The Python that has it.</summary>
    public static string Python => Found.Value ?? throw new InvalidOperationException($"{Name} is not there: {Remedy}.");
}

/// <summary>scipy, from Python.</summary>
public sealed class Scipy : IOracle
{
    private static readonly Lazy<string?> Found = new(() => SystemPython.With("scipy"));

    /// <inheritdoc/>
    public static string Name => "scipy";

    /// <inheritdoc/>
    public static string? Remedy => "apt-get install python3-scipy";

    /// <inheritdoc/>
    public static bool IsThere => Found.Value is not null;

    /// <summary>The Python that has it.</summary>
    public static string Python => Found.Value ?? throw new InvalidOperationException($"{Name} is not there: {Remedy}.");
}

/// <summary>The whole of Fashion-MNIST, as Debian installs it.</summary>
public sealed class FashionMnistData : IOracle
{
    /// <summary>Where Debian puts it.</summary>
    public const string Folder = "/usr/share/datasets/fashion-mnist";

    /// <inheritdoc/>
    public static string Name => "Fashion-MNIST";

    /// <inheritdoc/>
    public static string? Remedy => "apt-get install dataset-fashion-mnist";

    /// <inheritdoc/>
    public static bool IsThere =>
        File.Exists(Path.Combine(Folder, "train-images-idx3-ubyte.gz")) || File.Exists(Path.Combine(Folder, "train-images-idx3-ubyte"));
}
