using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>The random numbers of a game: its own stream, independent of libtorch's global one, so that equal seeds give equal runs on a device.</summary>
public sealed class TorchRandom : IDisposable
{
    private readonly torch.Generator generator;

    /// <summary>Starts a stream, as <c>torch.manual_seed(seed)</c> does.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="device">Where the numbers are wanted: by default CUDA where there is one, else the CPU.</param>
    /// <exception cref="TorchLibraryException">libtorch cannot be loaded.</exception>
    public TorchRandom(long seed, Device? device = null)
    {
        TorchLibrary.EnsureLoaded();
        Device = device ?? (cuda.is_available() ? CUDA : CPU);
        generator = new torch.Generator(unchecked((ulong)seed), Device);
    }

    /// <summary>Where the numbers are drawn.</summary>
    public Device Device { get; }

    /// <summary>Numbers of N(0, 1).</summary>
    public Tensor Normal(long[] shape) => randn(shape, device: Device, generator: generator);

    /// <summary>Numbers of U(0, 1).</summary>
    public Tensor Uniform(long[] shape) => rand(shape, device: Device, generator: generator);

    /// <inheritdoc/>
    public void Dispose() => generator.Dispose();

    internal void FillUniform(Tensor tensor, double bound) => tensor.uniform_(-bound, bound, generator);

    internal void FillNormal(Tensor tensor, double mean, double std) => tensor.normal_(mean, std, generator);

    /// <summary>1 with probability <paramref name="p"/>, else 0, in the shape of a tensor.</summary>
    internal Tensor Mask(Tensor like, double p) => empty_like(like).bernoulli_(p, generator);
}
