using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Copies within a game's memory.</summary>
public static class CopyKernels
{
    /// <summary>Copies a range. Item k copies the elements k, k + items, …</summary>
    public static void Copy(Index1D item, CopyArguments arguments)
    {
        var source = arguments.Source;
        var target = arguments.Target;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items) target[i] = source[i];
    }
}
