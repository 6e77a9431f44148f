using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Borders around pictures, and their adjoint. Item k computes the elements k, k + items, … of the output.</summary>
public static class PadKernels
{
    /// <summary>
    /// Adds a border: (batch, channels, height, width) → (batch, channels, top + height + bottom, left + width + right).
    /// PyTorch equivalent: <c>torch.nn.functional.pad(x, (left, right, top, bottom), mode)</c>.
    /// </summary>
    public static void Pad<TPad>(Index1D item, PictureArguments arguments)
        where TPad : struct, IPad
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / Columns<TPad>();
            var plane = line / Rows<TPad>();
            var row = RowBehind<TPad>(line - (plane * Rows<TPad>()));
            var column = ColumnBehind<TPad>(i - (line * Columns<TPad>()));
            output[i] = row < 0 || column < 0 ? 0 : input[(((plane * TPad.Height) + row) * TPad.Width) + column];
        }
    }

    /// <summary>
    /// The adjoint of <see cref="Pad"/>: each number is the sum of those that were copies of it, top to bottom and left to right.
    /// (batch, channels, top + height + bottom, left + width + right) → (batch, channels, height, width).
    /// </summary>
    public static void PadAdjoint<TPad>(Index1D item, PictureArguments arguments)
        where TPad : struct, IPad
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TPad.Width;
            var plane = line / TPad.Height;
            var row = line - (plane * TPad.Height);
            var column = i - (line * TPad.Width);
            var sum = 0f;
            for (var y = 0; y < Rows<TPad>(); y = Next(y, TPad.Top, TPad.Height, row))
            {
                if (RowBehind<TPad>(y) == row)
                {
                    var start = ((plane * Rows<TPad>()) + y) * Columns<TPad>();
                    for (var x = 0; x < Columns<TPad>(); x = Next(x, TPad.Left, TPad.Width, column))
                    {
                        if (ColumnBehind<TPad>(x) == column) sum += input[start + x];
                    }
                }
            }

            output[i] = sum;
        }
    }

    private static int Rows<TPad>()
        where TPad : struct, IPad => TPad.Top + TPad.Height + TPad.Bottom;

    private static int Columns<TPad>()
        where TPad : struct, IPad => TPad.Left + TPad.Width + TPad.Right;

    // The lines that may be copies of a line: those of the border, and between its parts the line itself.
    private static int Next(int at, int before, int size, int line)
    {
        var next = at + 1;
        var own = before + line;
        return next < before || next >= before + size ? next : next <= own ? own : before + size;
    }

    private static int RowBehind<TPad>(int row)
        where TPad : struct, IPad => Behind<TPad>(row - TPad.Top, TPad.Height);

    private static int ColumnBehind<TPad>(int column)
        where TPad : struct, IPad => Behind<TPad>(column - TPad.Left, TPad.Width);

    // Which line of the picture a line at a distance from its first one shows; −1 for none.
    private static int Behind<TPad>(int at, int size)
        where TPad : struct, IPad
    {
        if (at >= 0 && at < size) return at;
        if (TPad.Mode == PaddingMode.Reflect) return at < 0 ? -at : (2 * (size - 1)) - at;
        if (TPad.Mode == PaddingMode.Replicate) return at < 0 ? 0 : size - 1;
        if (TPad.Mode == PaddingMode.Circular) return at < 0 ? at + size : at - size;
        return -1;
    }
}
