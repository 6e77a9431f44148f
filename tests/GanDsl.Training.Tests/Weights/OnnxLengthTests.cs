namespace GanDsl.Training.Tests;

/// <summary>Protocol buffers end at 2³¹ − 1 bytes: weights are counted in bytes, each kind in its own.</summary>
public class OnnxLengthTests
{
    [Fact]
    public void Bytes_AreThoseOfEachKind() => Assert.Equal(
        (4 * 6) + (8 * 3),
        OnnxFile.Bytes([new("0.weight", [2, 3], new TensorValues.Float32(new float[6])), new("1.count", [3], new TensorValues.Int64(new long[3]))]));

    [Theory]
    [InlineData(1_070_000_000)]
    [InlineData(2_140_000_000)]
    public void WhatFits_IsNotRefused(long bytes) => OnnxFile.CheckLength("G", bytes, "state");

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(3_000_000_000)]
    public void WhatDoesNot_IsRefused_WithItsSize(long bytes)
    {
        var error = Assert.Throws<ArgumentException>(() => OnnxFile.CheckLength("G", bytes, "state"));
        Assert.Contains(bytes == 3_000_000_000 ? "G has weights of 3.00 GB" : "G has weights of 2.15 GB", error.Message, StringComparison.Ordinal);
    }
}
