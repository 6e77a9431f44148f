using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// Averages and maxima over windows, (batch, channels, height, width) → (batch, channels, (height + 2·padding − kernel) / stride + 1, …), and their gradients,
/// which gather. Item k computes the elements k, k + items, … of the output.
/// </summary>
public static class PoolKernels
{
    /// <summary>The mean of each window; padding counts as zeros. PyTorch equivalent: <c>torch.nn.AvgPool2d</c>.</summary>
    public static void Average<TPool>(Index1D item, PictureArguments arguments)
        where TPool : struct, IPool
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / Columns<TPool>();
            var plane = line / Rows<TPool>();
            var top = ((line - (plane * Rows<TPool>())) * TPool.StrideHeight) - TPool.PaddingHeight;
            var left = ((i - (line * Columns<TPool>())) * TPool.StrideWidth) - TPool.PaddingWidth;
            var sum = 0f;
            for (var y = Math.Max(top, 0); y < Math.Min(top + TPool.KernelHeight, TPool.Height); y++)
            {
                for (var x = Math.Max(left, 0); x < Math.Min(left + TPool.KernelWidth, TPool.Width); x++)
                {
                    sum += input[(((plane * TPool.Height) + y) * TPool.Width) + x];
                }
            }

            output[i] = sum / (TPool.KernelHeight * TPool.KernelWidth);
        }
    }

    /// <summary>The adjoint of <see cref="Average"/>: from gradients of the means to gradients of the pictures.</summary>
    public static void AverageGradient<TPool>(Index1D item, PictureArguments arguments)
        where TPool : struct, IPool
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TPool.Width;
            var plane = line / TPool.Height;
            var row = line - (plane * TPool.Height) + TPool.PaddingHeight;
            var column = i - (line * TPool.Width) + TPool.PaddingWidth;
            var sum = 0f;
            for (var y = FirstWindow(row, TPool.KernelHeight, TPool.StrideHeight); y <= LastWindow(row, TPool.StrideHeight, Rows<TPool>()); y++)
            {
                for (var x = FirstWindow(column, TPool.KernelWidth, TPool.StrideWidth); x <= LastWindow(column, TPool.StrideWidth, Columns<TPool>()); x++)
                {
                    sum += input[(((plane * Rows<TPool>()) + y) * Columns<TPool>()) + x];
                }
            }

            output[i] = sum / (TPool.KernelHeight * TPool.KernelWidth);
        }
    }

    /// <summary>
    /// For each window, the number where <see cref="PictureArguments.Pictures"/> has its largest (the first of equal ones); on the pictures themselves, the
    /// largest. PyTorch equivalent: <c>torch.nn.MaxPool2d</c>, without NaN.
    /// </summary>
    public static void Max<TPool>(Index1D item, PictureArguments arguments)
        where TPool : struct, IPool
    {
        var input = arguments.Input;
        var output = arguments.Output;
        var pictures = arguments.Pictures;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / Columns<TPool>();
            var plane = line / Rows<TPool>();
            output[i] = input[Winner<TPool>(pictures, plane, line - (plane * Rows<TPool>()), i - (line * Columns<TPool>()))];
        }
    }

    /// <summary>
    /// The adjoint of <see cref="Max"/>: a window's gradient goes to its largest number, the first of equal ones, as in PyTorch.
    /// Reads the gradients of the maxima and <see cref="PictureArguments.Pictures"/>.
    /// </summary>
    public static void MaxGradient<TPool>(Index1D item, PictureArguments arguments)
        where TPool : struct, IPool
    {
        var input = arguments.Input;
        var output = arguments.Output;
        var pictures = arguments.Pictures;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TPool.Width;
            var plane = line / TPool.Height;
            var row = line - (plane * TPool.Height) + TPool.PaddingHeight;
            var column = i - (line * TPool.Width) + TPool.PaddingWidth;
            var sum = 0f;
            for (var y = FirstWindow(row, TPool.KernelHeight, TPool.StrideHeight); y <= LastWindow(row, TPool.StrideHeight, Rows<TPool>()); y++)
            {
                for (var x = FirstWindow(column, TPool.KernelWidth, TPool.StrideWidth); x <= LastWindow(column, TPool.StrideWidth, Columns<TPool>()); x++)
                {
                    var gradient = input[(((plane * Rows<TPool>()) + y) * Columns<TPool>()) + x];
                    sum += Winner<TPool>(pictures, plane, y, x) == i ? gradient : 0;
                }
            }

            output[i] = sum;
        }
    }

    /// <summary>Rows of windows.</summary>
    public static int Rows<TPool>()
        where TPool : struct, IPool => ((TPool.Height + (2 * TPool.PaddingHeight) - TPool.KernelHeight) / TPool.StrideHeight) + 1;

    /// <summary>Columns of windows.</summary>
    public static int Columns<TPool>()
        where TPool : struct, IPool => ((TPool.Width + (2 * TPool.PaddingWidth) - TPool.KernelWidth) / TPool.StrideWidth) + 1;

    // The first and the last window that a line of the padded picture is in.
    private static int FirstWindow(int line, int kernel, int stride) => line < kernel ? 0 : ((line - kernel) / stride) + 1;

    private static int LastWindow(int line, int stride, int windows) => Math.Min(line / stride, windows - 1);

    private static int Winner<TPool>(ArrayView<float> pictures, int plane, int row, int column)
        where TPool : struct, IPool
    {
        var top = (row * TPool.StrideHeight) - TPool.PaddingHeight;
        var left = (column * TPool.StrideWidth) - TPool.PaddingWidth;
        var winner = (((plane * TPool.Height) + Math.Max(top, 0)) * TPool.Width) + Math.Max(left, 0);
        var largest = pictures[winner];
        for (var y = Math.Max(top, 0); y < Math.Min(top + TPool.KernelHeight, TPool.Height); y++)
        {
            for (var x = Math.Max(left, 0); x < Math.Min(left + TPool.KernelWidth, TPool.Width); x++)
            {
                var at = (((plane * TPool.Height) + y) * TPool.Width) + x;
                var value = pictures[at];
                winner = value > largest ? at : winner;
                largest = MathF.Max(value, largest);
            }
        }

        return winner;
    }
}
