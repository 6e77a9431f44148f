using GanDsl.Ilgpu.Kernels;
using ILGPU.Runtime;

namespace GanDsl.Ilgpu.Tests.Contractions;

/// <summary>One contraction on one device, beside its oracle.</summary>
internal sealed class ContractionRun(ContractionCase shape, Side written, int batch)
{
    private const int Alignment = 64;

    private readonly ContractionOracle oracle = ContractionOracle.Of(shape, written, batch);

    public void IsItsDefinition(ComputeDevice device, int slices)
    {
        var result = Compute(device, slices);
        for (var at = 0; at < result.Length; at++)
        {
            if (Math.Abs(result[at] - oracle.Expected[at]) <= oracle.Allowed[at]) continue;
            Assert.Fail($"{shape.Name}, {written} of batch {batch} in {slices} slices: element {at} is {result[at]}, "
                + $"expected {oracle.Expected[at]} ± {oracle.Allowed[at]:E1}");
        }
    }

    public float[] Compute(ComputeDevice device, int slices)
    {
        var size = oracle.Expected.Length;
        var contents = new List<float>();
        var smallAt = Append(contents, oracle.Small);
        var largeAt = Append(contents, oracle.Large);
        var weightAt = Append(contents, oracle.Weight);
        var addedAt = Append(contents, oracle.Added);
        var channelsAt = Append(contents, oracle.Channels);
        var samplesAt = Append(contents, oracle.Samples);

        // What no kernel has written shows as NaN in the sums.
        var unwritten = new float[slices > 1 ? size * slices : 0];
        Array.Fill(unwritten, float.NaN);
        var slicesAt = Append(contents, unwritten);
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
        var result = new float[size];
        memory.View.SubView(resultAt, size).CopyToCPU(result);
        return result;
    }

    private static long Append(List<float> memory, float[] values)
    {
        while (memory.Count % Alignment != 0) memory.Add(float.NaN);
        var at = memory.Count;
        memory.AddRange(values);
        return at;
    }
}
