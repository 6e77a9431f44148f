using ILGPU;

namespace GanDsl.Ilgpu.Tests;

/// <summary>
/// Memory for one test: values one after the other at odd offsets, what is not given is NaN, and the gaps between values must still be what they were at the
/// end.
/// </summary>
internal sealed class Arena : IDisposable
{
    private const int Gap = 13;
    private const float Untouched = 12345;
    private readonly DeviceMemory memory;
    private readonly List<long> gaps = [];
    private long used;

    public Arena(ComputeDevice device, int length = 1 << 16)
    {
        Device = device;
        memory = new DeviceMemory(device, length);
        Skip();
    }

    public ComputeDevice Device { get; }

    public ArrayView<float> View => memory.View;

    public long Put(params float[] values)
    {
        var at = used;
        memory.Upload(at, values);
        used += values.Length;
        Skip();
        return at;
    }

    public long Room(int length) => Put([.. Enumerable.Repeat(float.NaN, length)]);

    public float[] Read(long offset, int length)
    {
        var values = new float[length];
        memory.Read(offset, values);
        return values;
    }

    /// <summary>Asserts that nothing was written beside the values, and releases the memory.</summary>
    public void Dispose()
    {
        try
        {
            foreach (var gap in gaps) Assert.All(Read(gap, Gap), value => Assert.Equal(Untouched, value));
        }
        finally
        {
            memory.Dispose();
        }
    }

    private void Skip()
    {
        memory.Upload(used, [.. Enumerable.Repeat(Untouched, Gap)]);
        gaps.Add(used);
        used += Gap;
    }
}
