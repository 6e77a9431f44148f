using GanDsl.Ilgpu.Kernels;
using ILGPU.Runtime;

namespace GanDsl.Ilgpu.Tests.Contractions;

/// <summary>One contraction on one device, beside the plain sum over its definition's terms in double precision.</summary>
internal sealed class ContractionRun(ContractionCase shape, Side written, int batch)
{
    private const int Alignment = 64;
    private const int MostSlices = 64;

    // Of the sum of the terms' magnitudes: the error of adding n floats one by one is below n · 6e-8 of it, and is in practice near the root of n.
    private const double Tolerance = 1e-5;

    private readonly Random random = new(1);

    public void IsItsDefinition(ComputeDevice device, int slices)
    {
        var result = Compute(device, slices, out var small, out var large, out var weight, out var added, out var channels, out var samples);
        var sums = new double[result.Length];
        var magnitudes = new double[result.Length];
        foreach (var term in shape.Terms(batch))
        {
            var (at, product) = written switch
            {
                Side.Small => (term.Small, (double)large[term.Large] * weight[term.Weight]),
                Side.Large => (term.Large, (double)small[term.Small] * weight[term.Weight]),
                _ => (term.Weight, (double)small[term.Small] * large[term.Large]),
            };
            sums[at] += product;
            magnitudes[at] += Math.Abs(product);
        }

        for (var at = 0; at < result.Length; at++)
        {
            var (channel, sample) = shape.Place(written, at);
            var x = sums[at] + channels[channel] + samples[sample];
            var expected = (x > 0 ? x : 0.2 * x) + added[at];
            var allowed = Tolerance * (magnitudes[at] + Math.Abs(channels[channel]) + Math.Abs(samples[sample]) + Math.Abs(added[at]));
            Assert.True(
                Math.Abs(result[at] - expected) <= allowed,
                $"{shape.Name}, {written} of batch {batch} in {slices} slices: element {at} is {result[at]}, expected {expected} ± {allowed:E1}");
        }
    }

    public float[] Compute(ComputeDevice device, int slices) => Compute(device, slices, out _, out _, out _, out _, out _, out _);

    private float[] Compute(
        ComputeDevice device, int slices, out float[] small, out float[] large, out float[] weight, out float[] added, out float[] channels, out float[] samples)
    {
        var size = shape.Size(written, batch);
        var contents = new List<float>();
        var smallAt = Append(contents, small = Draw(shape.Size(Side.Small, batch)));
        var largeAt = Append(contents, large = Draw(shape.Size(Side.Large, batch)));
        var weightAt = Append(contents, weight = Draw(shape.Size(Side.Weight, batch)));
        var addedAt = Append(contents, added = Draw(size));
        var channelsAt = Append(contents, channels = Draw(Math.Max(shape.Small.Channels, shape.Large.Channels)));
        var samplesAt = Append(contents, samples = Draw(batch));

        // What no kernel has written shows as NaN in the sums.
        var slicesAt = Append(contents, [.. Enumerable.Repeat(float.NaN, size * MostSlices)]);
        var resultAt = written switch { Side.Small => smallAt, Side.Large => largeAt, _ => weightAt };

        using var memory = device.Accelerator.Allocate1D(contents.ToArray());
        var operands = new Operands(memory.View, addedAt, channelsAt, samplesAt);
        var contraction = shape.Contraction<Mixed>(written);
        var at = slices > 1 ? slicesAt : resultAt;
        device.Load(contraction.Kernel).Launch(
            contraction.Items(batch, slices),
            new(
                memory.View,
                written == Side.Small ? at : smallAt,
                written == Side.Large ? at : largeAt,
                written == Side.Weight ? at : weightAt,
                batch,
                slices,
                operands));
        if (slices > 1) device.Load(contraction.Sum).Launch(size, new(memory.View, slicesAt, resultAt, size, slices, operands));
        return memory.GetAsArray1D()[(int)resultAt..((int)resultAt + size)];
    }

    private float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];

    private static long Append(List<float> memory, float[] values)
    {
        while (memory.Count % Alignment != 0) memory.Add(float.NaN);
        var at = memory.Count;
        memory.AddRange(values);
        return at;
    }
}
