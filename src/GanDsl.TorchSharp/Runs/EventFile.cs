using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Google.Protobuf;
using Tensorboard;

namespace GanDsl.Torch;

/// <summary>
/// A file of TensorBoard's events: records of length, its checksum, event, its checksum. TorchSharp's own writer has no sessions, by which curves leave an
/// abandoned path, and no times.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const string Prefix = "events.out.tfevents.";
    private const string Version = "brain.Event:2";

    private readonly FileStream stream;

    /// <summary>Starts a file in a folder that exists. TensorBoard reads a folder's files in the order of their names: this one comes last.</summary>
    public EventFile(string folder)
    {
        var earlier = Directory.EnumerateFiles(folder, Prefix + "*").Select(Number).DefaultIfEmpty(0).Max();
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{Math.Max(DateTime.UtcNow.Ticks, earlier + 1)}.{Environment.MachineName}.{Environment.ProcessId}.gandsl");
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, name));

        // No buffer, so that a process killed at any moment leaves whole records; TensorBoard reads meanwhile.
        stream = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            Write(new Event { FileVersion = Version });
        }
        catch
        {
            stream.Dispose();
            File.Delete(Path);
            throw;
        }
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Adds an event, at the current time.</summary>
    /// <exception cref="IOException">It cannot be written; the file is unchanged.</exception>
    public void Write(Event content)
    {
        content.WallTime = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1e3;
        var body = content.ToByteArray();
        var record = new byte[sizeof(long) + sizeof(uint) + body.Length + sizeof(uint)];
        BinaryPrimitives.WriteInt64LittleEndian(record, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(long)), Checksum(record.AsSpan(0, sizeof(long))));
        body.CopyTo(record, sizeof(long) + sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(record.Length - sizeof(uint)), Checksum(body));
        var before = stream.Length;
        try
        {
            stream.Write(record);
        }
        catch (IOException)
        {
            stream.SetLength(before);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static long Number(string path)
    {
        var text = System.IO.Path.GetFileName(path)[Prefix.Length..].Split('.')[0];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    // TFRecord's: CRC-32C, rotated and shifted, since the checksum of data with checksums in them is a weak one.
    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data) crc = BitOperations.Crc32C(crc, one);
        return BitOperations.RotateRight(~crc, 15) + 0xa282ead8;
    }
}
