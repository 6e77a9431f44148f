using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Pictures enlarged by whole factors, and the adjoint. Item k does the elements k, k + items, … of what is written.</summary>
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
            // The rows of all planes follow one another, so that a row's number needs no plane.
            var line = i / (TUpsample.Width * TUpsample.ScaleWidth);
            var column = i - (line * TUpsample.Width * TUpsample.ScaleWidth);
            output[i] = input[(line / TUpsample.ScaleHeight * TUpsample.Width) + (column / TUpsample.ScaleWidth)];
        }
    }

    /// <summary>The adjoint of <see cref="UpsampleNearest"/>: the sum of each pixel's block. (batch, channels, height · scale, width · scale) → (batch, channels, height, width).</summary>
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
}
