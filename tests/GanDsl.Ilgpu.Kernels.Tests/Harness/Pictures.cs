using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

/// <summary>Runs kernels that make pictures of pictures.</summary>
internal static class Pictures
{
    /// <summary>What a kernel makes of numbers.</summary>
    public static float[] Run(string device, Action<Index1D, PictureArguments> kernel, float[] input, int count, float[]? pictures = null)
    {
        using var arena = new Arena(Devices.Get(device), 1 << 17);
        var (from, other, to) = (arena.Put(input), arena.Put(pictures ?? []), arena.Room(count));
        var items = arena.Device.Items(count);
        arena.Device.Load(kernel).Launch(items, new(arena.View, from, to, count, items, other));
        return arena.Read(to, count);
    }
}
