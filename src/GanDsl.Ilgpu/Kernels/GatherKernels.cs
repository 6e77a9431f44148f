using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Rows of a table by number, and the adjoint. Item k computes the elements k, k + items, … of what is written.</summary>
public static class GatherKernels
{
    /// <summary>Copies each sample's row: values[n] = table[index[n]]. PyTorch equivalent: <c>torch.nn.functional.embedding</c>.</summary>
    public static void Gather(Index1D item, GatherArguments arguments)
    {
        var table = arguments.Table;
        var indices = arguments.Indices;
        var values = arguments.Values;
        for (var i = (int)item; (uint)i < (uint)(arguments.Batch * arguments.Width); i += arguments.Items)
        {
            var sample = i / arguments.Width;
            values[i] = table[((int)indices[sample] * arguments.Width) + (i - (sample * arguments.Width))];
        }
    }

    /// <summary>
    /// Overwrites the table: each row is the sum of the values of its samples, first to last, 0 without any; each number scans all
    /// indices, so that the order is fixed. PyTorch equivalent: <c>torch.zeros(…).index_add_(0, index, values)</c>.
    /// </summary>
    public static void ScatterAdd(Index1D item, GatherArguments arguments)
    {
        var table = arguments.Table;
        var indices = arguments.Indices;
        var values = arguments.Values;
        for (var i = (int)item; (uint)i < (uint)(arguments.Rows * arguments.Width); i += arguments.Items)
        {
            var row = i / arguments.Width;
            var column = i - (row * arguments.Width);
            var sum = 0f;
            for (var sample = 0; sample < arguments.Batch; sample++)
            {
                if ((int)indices[sample] == row) sum += values[(sample * arguments.Width) + column];
            }

            table[i] = sum;
        }
    }
}
