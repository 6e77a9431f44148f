using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Pictures enlarged by whole factors or filtered, and the adjoints. Item k computes the elements k, k + items, … of the output.</summary>
public static class ResampleKernels
{
    /// <summary>
    /// Repeats pixels: (batch, channels, height, width) → (batch, channels, height · scale, width · scale).
    /// PyTorch equivalent: <c>torch.nn.Upsample(scale_factor=(…), mode='nearest')</c>.
    /// </summary>
    public static void UpsampleNearest<TUpsample>(Index1D item, PictureArguments arguments)
        where TUpsample : struct, IUpsample
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            // The rows of all planes follow one another, so that a row's index needs no plane.
            var line = i / (TUpsample.Width * TUpsample.ScaleWidth);
            var column = i - (line * TUpsample.Width * TUpsample.ScaleWidth);
            output[i] = input[(line / TUpsample.ScaleHeight * TUpsample.Width) + (column / TUpsample.ScaleWidth)];
        }
    }

    /// <summary>
    /// The adjoint of <see cref="UpsampleNearest"/>: the sum of each pixel's block. (batch, channels, height · scale, width · scale) → (batch, channels,
    /// height, width).
    /// </summary>
    public static void BlockSum<TUpsample>(Index1D item, PictureArguments arguments)
        where TUpsample : struct, IUpsample
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TUpsample.Width;
            var column = i - (line * TUpsample.Width);
            var sum = 0f;
            for (var y = 0; y < TUpsample.ScaleHeight; y++)
            {
                var start = ((((line * TUpsample.ScaleHeight) + y) * TUpsample.Width) + column) * TUpsample.ScaleWidth;
                for (var x = 0; x < TUpsample.ScaleWidth; x++) sum += input[start + x];
            }

            output[i] = sum;
        }
    }

    /// <summary>
    /// A matrix for rows and one for columns, which covers filters, interpolation and borders of zeros: (batch, channels, rows' inputs, columns' inputs) →
    /// (batch, channels, rows' outputs, columns' outputs). PyTorch equivalent: <c>rows @ pictures @ columns.T</c>.
    /// </summary>
    public static void Resample<TRows, TColumns>(Index1D item, PictureArguments arguments)
        where TRows : struct, IBand
        where TColumns : struct, IBand
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TColumns.Outputs;
            var column = i - (line * TColumns.Outputs);
            var plane = line / TRows.Outputs;
            var row = line - (plane * TRows.Outputs);
            var lastRow = TRows.Last(row);
            var (firstColumn, lastColumn) = (TColumns.First(column), TColumns.Last(column));
            var sum = 0f;
            for (var y = TRows.First(row); y <= lastRow; y++)
            {
                var start = ((plane * TRows.Inputs) + y) * TColumns.Inputs;
                var ofRow = 0f;
                for (var x = firstColumn; x <= lastColumn; x++) ofRow += TColumns.Weight(x, column) * input[start + x];
                sum += TRows.Weight(y, row) * ofRow;
            }

            output[i] = sum;
        }
    }
}
