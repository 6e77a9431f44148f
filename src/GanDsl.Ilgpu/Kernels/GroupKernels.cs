using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Operations over groups of samples.</summary>
public static class GroupKernels
{
    /// <summary>
    /// Each number becomes its mean over the samples of its group, n, n + N/G, n + 2N/G, …, first to last. Item k computes the elements k, k + items, …
    /// PyTorch equivalent: <c>x.reshape(G, -1, width).mean(0, keepdim=True).expand(G, -1, -1)</c>.
    /// </summary>
    public static void Mean(Index1D item, GroupArguments arguments)
    {
        var input = arguments.Input;
        var output = arguments.Output;
        var stride = arguments.Batch / arguments.Group * arguments.Width;
        for (var i = (int)item; (uint)i < (uint)(arguments.Batch * arguments.Width); i += arguments.Items)
        {
            var at = i % stride;
            var sum = 0f;
            for (var k = 0; k < arguments.Group; k++) sum += input[at + (k * stride)];
            output[i] = sum / arguments.Group;
        }
    }
}
