using System.Buffers.Binary;
using FashionMnist;

namespace GanDsl.Samples.Tests;

/// <summary>A folder with a few images in <c>data</c>, and a place for <c>output</c> that does not exist yet.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gandsl-").FullName;

    public Workplace(int images = 10)
    {
        Directory.CreateDirectory(Data);
        WriteImages(0x00000803, images, new byte[images * 784]);
    }

    public string Root => root;

    public string Data => Path.Combine(root, "data");

    public string ImagesFile => Path.Combine(Data, DataChoice.FileName);

    public string Output => Path.Combine(root, "output");

    /// <summary>The files under the output folder, with / between folders.</summary>
    public IEnumerable<string> Written => Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Output, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The data set's four files: so many images each, of as many stripes as their class.</summary>
    public void WriteLabelled(int count)
    {
        var labels = Enumerable.Range(0, count).Select(image => (byte)(image % 10)).ToArray();
        var pixels = Enumerable.Range(0, count * 784).Select(i => (byte)(i % 28 <= 2 * labels[i / 784] ? 255 : 0)).ToArray();
        foreach (var set in new[] { "train", "t10k" })
        {
            WriteImages(0x00000803, count, pixels);
            if (set != "train") File.Move(ImagesFile, Path.Combine(Data, "t10k-images-idx3-ubyte"));
            var header = new byte[8];
            BinaryPrimitives.WriteUInt32BigEndian(header, 0x00000801);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), count);
            File.WriteAllBytes(Path.Combine(Data, $"{set}-labels-idx1-ubyte"), [.. header, .. labels]);
        }

        WriteImages(0x00000803, count, pixels);
    }

    public void WriteImages(uint magic, int count, byte[] pixels)
    {
        var header = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(header, magic);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), count);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 28);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(12), 28);
        File.WriteAllBytes(ImagesFile, [.. header, .. pixels]);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
