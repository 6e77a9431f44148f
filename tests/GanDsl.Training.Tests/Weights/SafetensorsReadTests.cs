using System.Buffers.Binary;
using System.Text;
using CsCheck;

namespace GanDsl.Training.Tests;

public sealed class SafetensorsReadTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileByOthers_IsRead()
    {
        var file = Read(
            """{"b":{"dtype":"I64","shape":[],"data_offsets":[4,12]},"a":{"shape":[1],"data_offsets":[0,4],"dtype":"F32"},"__metadata__":{"k":"v"}} """,
            [0, 0, 128, 63, 2, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(["b", "a"], file.Tensors.Select(t => t.Name));
        Assert.Equal([2L], ((TensorValues.Int64)file.Tensors[0].Values).Elements);
        Assert.Equal([1f], ((TensorValues.Float32)file.Tensors[1].Values).Elements);
        Assert.Equal("v", file.Metadata["k"]);
    }

    [Fact]
    public void AMissingFile_IsNamed() => Refused(() => Safetensors.Read(folder["none"]), folder["none"], "no such file");

    // A file that opens and fails to read is hard to come by elsewhere.
    [OracleFact<Linux>]
    public void ADiskThatCannotBeRead_IsSaid()
    {
        Refused(() => Safetensors.Read("/proc/self/mem"), "a read error", "check the disk");
    }

    [Fact]
    public void AnEmptyFile_IsRefused() => Refused(() => Safetensors.Read(folder.Write("w", [])), "header's length", "truncated");

    [Theory]
    [InlineData(0ul)]
    [InlineData(1ul)]
    [InlineData(3ul)]
    [InlineData(100_000_001ul)]
    [InlineData(ulong.MaxValue)]
    public void AHeaderLengthOutOfBounds_IsRefused(ulong length)
    {
        var bytes = new byte[10];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        Refused(() => Safetensors.Read(folder.Write("w", bytes)), "a header of 2 to 2 bytes", $"a length of {length}");
    }

    [Theory]
    [InlineData("no json at all", "JSON")]
    [InlineData("[1]", "begins with {")]
    [InlineData(" {}", "begins with {")]
    [InlineData("""{"a":1}""", "tensor a to be an object")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "names each tensor once")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "JSON")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,4]}}""", "dtype F32 or I64, found none")]
    [InlineData("""{"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}""", "dtype F32 or I64, found BF16; convert")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", "shape, a list")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "whole numbers from 0 in shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "whole numbers from 0 in shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", "whole numbers from 0 in shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "begin at most end")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "begin at most end")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "tensor a of F32 [2] to have 8 bytes, found 4")]
    [InlineData("""{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,4]}}""", "tensor a of I64 [1] to have 8 bytes, found 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,4]}}""", "to have 18446744073709551620 bytes, found 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,9223372036854775807,9223372036854775807],"data_offsets":[0,4]}}""", "to have")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "begin at byte 0", "begins at 4")]
    [InlineData("""{"__metadata__":{"k":1},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "__metadata__ k to be text")]
    [InlineData("""{"__metadata__":"k","a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "__metadata__ to be an object")]
    public void ADamagedHeader_IsRefused(string header, params string[] parts) => Refused(() => Read(header, new byte[4]), parts);

    [Fact]
    public void Overlaps_AreRefused() => Refused(
        () => Read("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", new byte[8]),
        "tensor b to begin at byte 8", "begins at 4");

    [Fact]
    public void Holes_AreRefused() => Refused(
        () => Read("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", new byte[12]),
        "tensor b to begin at byte 4", "begins at 8");

    [Fact]
    public void MissingElements_AreRefused() =>
        Refused(() => Read("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[7]), "8 bytes of elements, found 7", "truncated");

    [Fact]
    public void BytesAfterTheLastElement_AreRefused() =>
        Refused(() => Read("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[9]), "8 bytes of elements, found 9", "too long");

    [Fact]
    public void AHeaderThatIsNotUtf8_IsRefused() =>
        Refused(() => Safetensors.Read(folder.Write("w", [4, 0, 0, 0, 0, 0, 0, 0, (byte)'{', 0xFF, 0xFE, (byte)'}'])), "UTF-8");

    [Fact]
    public void EveryTruncation_AndEveryExtension_IsRefused()
    {
        Safetensors.Write(folder["good"], SafetensorsWriteTests.Sequential);
        var good = File.ReadAllBytes(folder["good"]);
        for (var length = 0; length < good.Length; length++) Assert.Throws<DataFileException>(() => Safetensors.Read(folder.Write("cut", good[..length])));
        Gen.Byte.Array[1, 16].Sample(more => Assert.Throws<DataFileException>(() => Safetensors.Read(folder.Write("long", [.. good, .. more]))), threads: 1);
    }

    [Fact]
    public void AnyDamage_IsRefusedOrGivesSoundTensors()
    {
        Safetensors.Write(folder["good"], SafetensorsWriteTests.Sequential, new Dictionary<string, string> { ["format"] = "pt" });
        var good = File.ReadAllBytes(folder["good"]);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(
            (at, value) =>
            {
                var damaged = good.ToArray();
                damaged[at] = value;
                try
                {
                    return Safetensors.Read(folder.Write("damaged", damaged)).Tensors.All(t => t.Shape.Aggregate(1L, (a, b) => a * b) == t.Values.Count);
                }
                catch (DataFileException)
                {
                    return true;
                }
            },
            iter: 2_000,
            threads: 1);
    }

    private SafetensorsFile Read(string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        return Safetensors.Read(folder.Write("w", [.. length, .. json, .. data]));
    }

    private static void Refused(Action read, params string[] parts)
    {
        var error = Assert.Throws<DataFileException>(read);
        foreach (var part in parts) Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
