using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// The features of a TorchScript module that the user has, such as the Inception-v3 of the Fréchet inception distance: what <c>torch.jit.script</c> or
/// <c>trace</c> saved, in eval mode, of one tensor that returns one tensor, (N, features…).
/// </summary>
public sealed class TorchScriptFeatures : IFeatureExtractor, IDisposable
{
    private readonly string path;
    private readonly IReadOnlyList<int> sampleShape;
    private readonly TorchScriptInput input;
    private readonly Device device;
    private readonly jit.ScriptModule<Tensor, Tensor> module;

    /// <summary>Loads a module and tries it on two samples of zeros.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sampleShape">The shape of one sample, as <see cref="IGan.SampleShape"/>.</param>
    /// <param name="input">The module's input; null: samples as they are.</param>
    /// <param name="device">Where it runs; null: on the CPU.</param>
    /// <exception cref="IOException">The file is missing, is not TorchScript, or does not take such samples or return (N, features…).</exception>
    /// <exception cref="ArgumentException">Samples that are not pictures cannot be resized, and only those of one channel can be repeated.</exception>
    public TorchScriptFeatures(string path, IReadOnlyList<int> sampleShape, TorchScriptInput? input = null, Device? device = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(sampleShape);
        TorchLibrary.EnsureLoaded();
        (this.path, this.sampleShape, this.input, this.device) = (path, sampleShape, input ?? new TorchScriptInput(), device ?? CPU);
        Check();
        module = Load();
        try
        {
            using var scope = NewDisposeScope();
            var tried = Apply(zeros([2, .. sampleShape.Select(size => (long)size)], dtype: ScalarType.Float32, device: this.device));
            Size = (int)tried.shape[1];
            Name = Describe();
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Size { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">It is not a whole number of samples, or none.</exception>
    public float[] Extract(ReadOnlySpan<float> samples)
    {
        var elements = sampleShape.Aggregate(1, (product, size) => product * size);
        if (samples.Length == 0 || samples.Length % elements != 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{samples.Length} numbers are not a whole number of samples of ({string.Join(", ", sampleShape)}), {elements} numbers each; "
                        + $"pass N × {elements}, N at least 1."),
                nameof(samples));
        }

        var count = samples.Length / elements;
        using var scope = NewDisposeScope();
        var batch = HostMemory.Upload(samples, [count, .. sampleShape.Select(size => (long)size)], device);
        return HostMemory.Read(Apply(batch));
    }

    /// <summary>Releases the module.</summary>
    public void Dispose() => module.Dispose();

    private void Check()
    {
        var isPicture = sampleShape.Count == 3;
        if (input.Size is not null && !isPicture)
            throw new ArgumentException(
                Text($"Samples of ({string.Join(", ", sampleShape)}) are not pictures (channels, height, width), and cannot be resized; leave Size out."),
                nameof(input));
        if (input.Channels is { } channels && !(isPicture && (sampleShape[0] == channels || sampleShape[0] == 1)))
        {
            throw new ArgumentException(
                Text($"Samples of ({string.Join(", ", sampleShape)}) cannot be given {channels} channels; only those of one channel are repeated."),
                nameof(input));
        }
    }

    private jit.ScriptModule<Tensor, Tensor> Load()
    {
        if (!File.Exists(path)) throw new FileNotFoundException(Text($"{path}: expected a TorchScript module, found no such file; check the path."), path);
        try
        {
            var loaded = jit.load<Tensor, Tensor>(path, device.type, device.index);
            loaded.eval();
            return loaded;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new IOException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: expected a TorchScript module, found what libtorch cannot load ({FirstLine(e)}); "
                        + $"save it by torch.jit.script(module).save(path)."),
                e);
        }
    }

    private Tensor Apply(Tensor samples)
    {
        using var untracked = no_grad();
        var given = Prepare(samples);
        Tensor features;
        try
        {
            features = module.call(given);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new IOException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: expected a module that takes ({string.Join(", ", given.shape)}) of {given.dtype} and gives one tensor, found one that fails "
                        + $"({FirstLine(e)}); set Channels, Size, Range or Bytes, or wrap it."),
                e);
        }

        if (features.dim() < 2 || features.shape[0] != samples.shape[0])
        {
            throw new IOException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: expected features of ({samples.shape[0]}, …) for {samples.shape[0]} samples, found ({string.Join(", ", features.shape)}); "
                        + $"wrap the module so that it gives some for each sample."));
        }

        return features.flatten(1).to(float32);
    }

    private Tensor Prepare(Tensor samples)
    {
        if (input.Channels is { } channels && samples.shape[1] != channels) samples = samples.repeat(1, channels, 1, 1);
        if (input.Size is { } size && (samples.shape[2], samples.shape[3]) != (size.Height, size.Width))
        {
            samples = nn.functional.interpolate(samples, [size.Height, size.Width], mode: InterpolationMode.Bilinear, align_corners: false, antialias: true);
        }

        var (low, high) = input.Range;

        // Numbers as tensors: TorchSharp's scalars may be collected while libtorch reads them.
        if (input.Range != (-1, 1)) samples = samples.mul(Number((high - low) / 2)).add(Number((high + low) / 2));
        return input.Bytes ? samples.round().maximum(Number(0)).minimum(Number(255)).to(uint8) : samples;
    }

    private Tensor Number(float value) => tensor(value, device: device);

    // Files of one name need not be one file: a number can only be compared where the features are the same.
    private string Describe()
    {
        using var file = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file))[..12];
        var name = new StringBuilder(Text($"{Path.GetFileName(path)} (sha256 {hash}…)"));
        if (input.Channels is { } channels) name.Append(CultureInfo.InvariantCulture, $", {channels} channels");
        if (input.Size is { } size) name.Append(CultureInfo.InvariantCulture, $", {size.Height}×{size.Width} bilinear");
        if (input.Range != (-1, 1)) name.Append(CultureInfo.InvariantCulture, $", from {input.Range.Low} to {input.Range.High}");
        return input.Bytes ? name.Append(", bytes").ToString() : name.ToString();
    }

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].TrimEnd('.', '\r');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
