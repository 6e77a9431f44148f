using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>A tensor (N, …) of samples whose shape is a type: <c>Batch&lt;S1x28x28&gt;</c> is (N, 1, 28, 28). It owns the tensor.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public readonly struct Batch<TShape> : IDisposable
    where TShape : struct, IShape
{
    private static long[]? lastSizes;

    private readonly Tensor? tensor;

    /// <summary>Takes over a tensor.</summary>
    /// <param name="tensor">(N, …), N at least 1.</param>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public Batch(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (!HasShape(tensor))
        {
            throw new ArgumentException(
                $"A tensor of shape {Text(tensor.shape)} is not a batch of {typeof(TShape).Name}; expected (N{string.Concat(ShapeText())}), N at least 1.",
                nameof(tensor));
        }

        this.tensor = tensor;
    }

    /// <summary>The tensor, (N, …).</summary>
    /// <exception cref="ArgumentException">The batch is a default one.</exception>
    public Tensor Tensor =>
        tensor ?? throw new ArgumentException($"A default Batch<{typeof(TShape).Name}> holds no samples; make one with From, or of a tensor.");

    /// <summary>N, the number of samples; 0 for a default batch.</summary>
    public int Count => tensor is null ? 0 : (int)tensor.size(0);

    /// <summary>Copies samples from host memory.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="device">The batch's device; the CPU if null.</param>
    public static Batch<TShape> From(HostBatch<TShape> samples, Device? device = null)
    {
        var tensor = HostMemory.Upload(samples.Values.Span, Sizes(samples.Count), device);
        return new Batch<TShape>(tensor);
    }

    /// <summary>Copies the numbers to host memory, row by row. Waits for the device.</summary>
    public float[] ToArray() => HostMemory.Read(Tensor);

    /// <summary>Releases the tensor.</summary>
    public void Dispose() => tensor?.Dispose();

    /// <summary>The shape of a batch. It is read-only: batches mostly have one size, so the last one's shape is cached.</summary>
    internal static long[] Sizes(long count)
    {
        if (lastSizes is { } last && last[0] == count) return last;
        var sizes = new long[TShape.Dimensions.Length + 1];
        sizes[0] = count;
        for (var i = 1; i < sizes.Length; i++) sizes[i] = TShape.Dimensions[i - 1];
        lastSizes = sizes;
        return sizes;
    }

    private static bool HasShape(Tensor tensor)
    {
        var dimensions = TShape.Dimensions;
        if (tensor.dim() != dimensions.Length + 1 || tensor.size(0) < 1) return false;
        for (var i = 0; i < dimensions.Length; i++)
        {
            if (tensor.size(i + 1) != dimensions[i]) return false;
        }

        return true;
    }

    private static string Text(long[] shape) => $"({string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))})";

    private static List<string> ShapeText()
    {
        var parts = new List<string>();
        foreach (var dimension in TShape.Dimensions) parts.Add($", {dimension.ToString(CultureInfo.InvariantCulture)}");
        return parts;
    }
}
