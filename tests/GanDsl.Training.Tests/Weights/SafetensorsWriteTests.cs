namespace GanDsl.Training.Tests;

public sealed class SafetensorsWriteTests : IDisposable
{
    internal static readonly NamedTensor[] Sequential =
    [
        new("0.weight", [2, 3], new TensorValues.Float32([1f, -2.5f, float.NaN, float.PositiveInfinity, float.Epsilon, -0f])),
        new("1.running_mean", [3], new TensorValues.Float32([0.1f, 0.2f, 0.3f])),
        new("1.num_batches_tracked", [], new TensorValues.Int64([long.MaxValue])),
        new("größe \"quoted\"\n", [0, 4], new TensorValues.Float32([])),
        new("counters", [2], new TensorValues.Int64([-1, long.MinValue])),
    ];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatIsWritten_IsReadBack_InTheSameOrder_BitForBit()
    {
        Safetensors.Write(folder["weights"], Sequential, new Dictionary<string, string> { ["format"] = "pt", ["made by"] = "a test" });
        var file = Safetensors.Read(folder["weights"]);
        AssertSame(Sequential, file.Tensors);
        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal("a test", file.Metadata["made by"]);
        Assert.Equal(["weights"], folder.Names);
    }

    [Fact]
    public void AnIndependentReader_ReadsTheSame()
    {
        Safetensors.Write(folder["weights"], Sequential, new Dictionary<string, string> { ["format"] = "pt" });
        var (tensors, metadata) = SpecificationReader.Read(File.ReadAllBytes(folder["weights"]));
        AssertSame(Sequential, tensors);
        Assert.Equal("pt", metadata["format"]);
    }

    [Fact]
    public void TensorsBeyondOneBuffer_AreReadBack()
    {
        NamedTensor[] tensors =
        [
            new("floats", [300, 1001], new TensorValues.Float32([.. Enumerable.Range(0, 300_300).Select(i => i * 0.37f)])),
            new("longs", [70_001], new TensorValues.Int64([.. Enumerable.Range(0, 70_001).Select(i => i * 123_456_789_123L)])),
        ];
        Safetensors.Write(folder["weights"], tensors);
        AssertSame(tensors, Safetensors.Read(folder["weights"]).Tensors);
        AssertSame(tensors, SpecificationReader.Read(File.ReadAllBytes(folder["weights"])).Tensors);
    }

    [Fact]
    public void NoTensorsAtAll_AreAFileToo()
    {
        Safetensors.Write(folder["empty"], []);
        Assert.Empty(Safetensors.Read(folder["empty"]).Tensors);
        Assert.Equal([8, 0, 0, 0, 0, 0, 0, 0, .. "{}      "u8], File.ReadAllBytes(folder["empty"]));
    }

    [Fact]
    public void TheSameTensors_GiveTheSameBytes()
    {
        Safetensors.Write(folder["a"], Sequential, new Dictionary<string, string> { ["x"] = "1", ["a"] = "2" });
        Safetensors.Write(folder["b"], Sequential, new Dictionary<string, string> { ["a"] = "2", ["x"] = "1" });
        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
    }

    [Fact]
    public void TwoTensorsOfOneName_AreRefused() =>
        Refused("the second one named w", new("w", [1], new TensorValues.Float32([1])), new("w", [1], new TensorValues.Float32([1])));

    [Fact]
    public void TheNameOfTheMetadata_IsRefused() => Refused("__metadata__", new NamedTensor("__metadata__", [1], new TensorValues.Float32([1])));

    [Fact]
    public void AShapeThatIsNotItsElements_IsRefused() =>
        Refused("Tensor w has 5 elements, but its shape is (2, 3)", new NamedTensor("w", [2, 3], new TensorValues.Float32(new float[5])));

    [Fact]
    public void ANegativeDimension_IsRefused() => Refused("its shape is (-1, -1)", new NamedTensor("w", [-1, -1], new TensorValues.Float32(new float[1])));

    internal static void AssertSame(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual)
    {
        Assert.Equal(expected.Select(t => t.Name), actual.Select(t => t.Name));
        foreach (var (a, b) in expected.PairedWith(actual))
        {
            Assert.Equal(a.Shape, b.Shape);
            Assert.Equal(Bits(a.Values), Bits(b.Values));
        }
    }

    private static long[] Bits(TensorValues values) => values switch
    {
        TensorValues.Float32 floats => [.. floats.Elements.Select(f => (long)BitConverter.SingleToInt32Bits(f))],
        TensorValues.Int64 longs => longs.Elements,
        _ => throw new NotSupportedException(),
    };

    private void Refused(string part, params NamedTensor[] tensors)
    {
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => Safetensors.Write(folder["weights"], tensors)).Message, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }
}
