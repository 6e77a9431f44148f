using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>The random numbers of a game: its own stream, independent of libtorch's global one, so that equal seeds give equal runs on a device.</summary>
public sealed class TorchRandom : IDisposable
{
    private const int MersenneWords = 624;

    private readonly torch.Generator generator;

    /// <summary>Starts a stream, as <c>torch.manual_seed(seed)</c> does.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="device">The device of the numbers: by default CUDA where there is one, else the CPU.</param>
    /// <exception cref="TorchLibraryException">libtorch cannot be loaded.</exception>
    public TorchRandom(long seed, Device? device = null)
    {
        TorchLibrary.EnsureLoaded();
        Device = device ?? (cuda.is_available() ? CUDA : CPU);
        generator = new torch.Generator(unchecked((ulong)seed), Device);
    }

    /// <summary>The device of the numbers.</summary>
    public Device Device { get; }

    private string Name => Device.type == DeviceType.CPU ? "libtorch_cpu" : "libtorch_cuda";

    /// <summary>Numbers of N(0, 1).</summary>
    public Tensor Normal(long[] shape) => randn(shape, dtype: ScalarType.Float32, device: Device, generator: generator);

    /// <summary>Numbers of U(0, 1).</summary>
    public Tensor Uniform(long[] shape) => rand(shape, dtype: ScalarType.Float32, device: Device, generator: generator);

    /// <summary>The state of the stream, as in PyTorch's <c>Generator.get_state</c>: its bytes, eight in a number, the lowest first.</summary>
    internal NamedTensor State()
    {
        using var state = generator.get_state();
        var words = MemoryMarshal.Cast<byte, long>(state.bytes).ToArray();
        return new NamedTensor(Name, [words.Length], new TensorValues.Int64(words));
    }

    /// <summary>Continues from another stream's state.</summary>
    /// <exception cref="ArgumentException">It is not a stream's state.</exception>
    internal void Load(NamedTensor state)
    {
        var words = ((TensorValues.Int64)state.Values).Elements;

        // libtorch checks the same, but TorchSharp lets its exception end the process. The second word: how many numbers are left, and whether it was seeded;
        // the third: the next one.
        if (Device.type == DeviceType.CPU && !((int)words[1] is > 0 and <= MersenneWords && words[1] >> 32 == 1 && words[2] is >= 0 and <= MersenneWords))
        {
            throw new ArgumentException($"{Name} is not a state of a Mersenne Twister; load one from a game.", nameof(state));
        }

        using var bytes = empty(words.Length * sizeof(long), ScalarType.Byte);
        MemoryMarshal.AsBytes(words.AsSpan()).CopyTo(bytes.bytes);
        generator.set_state(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => generator.Dispose();

    internal void FillUniform(Tensor tensor, double bound) => tensor.uniform_(-bound, bound, generator);

    internal void FillNormal(Tensor tensor, double mean, double std) => tensor.normal_(mean, std, generator);

    /// <summary>1 with probability <paramref name="p"/>, else 0, in the shape of a tensor.</summary>
    internal Tensor Mask(Tensor like, double p) => empty_like(like).bernoulli_(p, generator);
}
