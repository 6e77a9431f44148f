using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Shifts and covers pictures, each by its own random numbers. Item k computes the elements k, k + items, … of what is written.</summary>
public static class AugmentKernels
{
    /// <summary>
    /// Shifts pictures down by ⌊u · (2m + 1)⌋ − m rows and to the right by as many columns, u a draw of the picture and the one after it; zeros fill the gap.
    /// </summary>
    public static void Shift<TAugment>(Index1D item, AugmentArguments arguments)
        where TAugment : struct, IAugment => Shift<TAugment>(item, arguments, 1);

    /// <summary>The adjoint of <see cref="Shift{TAugment}(Index1D, AugmentArguments)"/>: shifts back.</summary>
    public static void ShiftAdjoint<TAugment>(Index1D item, AugmentArguments arguments)
        where TAugment : struct, IAugment => Shift<TAugment>(item, arguments, -1);

    /// <summary>
    /// Writes zeros into a window that begins ⌊rows/2⌋ above row ⌊u · (height + 1 − rows mod 2)⌋, u a draw of the picture, and in columns likewise by the draw
    /// after it. It is its own adjoint.
    /// </summary>
    public static void Cutout<TAugment>(Index1D item, AugmentArguments arguments)
        where TAugment : struct, IAugment
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TAugment.Width;
            var at = DrawOf<TAugment>(line);
            var row = (line % TAugment.Height) - Begin(arguments.Draws[at], TAugment.Height, TAugment.Rows);
            var column = (i - (line * TAugment.Width)) - Begin(arguments.Draws[at + 1], TAugment.Width, TAugment.Columns);
            output[i] = row >= 0 && row < TAugment.Rows && column >= 0 && column < TAugment.Columns ? 0 : input[i];
        }
    }

    private static void Shift<TAugment>(int item, AugmentArguments arguments, int sign)
        where TAugment : struct, IAugment
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TAugment.Width;
            var at = DrawOf<TAugment>(line);
            var down = sign * Distance(arguments.Draws[at], TAugment.Rows);
            var right = sign * Distance(arguments.Draws[at + 1], TAugment.Columns);
            var row = (line % TAugment.Height) - down;
            var column = (i - (line * TAugment.Width)) - right;
            output[i] = row < 0 || row >= TAugment.Height || column < 0 || column >= TAugment.Width ? 0 : input[i - (down * TAugment.Width) - right];
        }
    }

    // The offset of a picture's draw, from a line of one of its channels.
    private static int DrawOf<TAugment>(int line)
        where TAugment : struct, IAugment => (line / (TAugment.Height * TAugment.Channels) * TAugment.Draws) + TAugment.Column;

    private static int Distance(float draw, int most) => Within((int)(draw * ((2 * most) + 1)), 2 * most) - most;

    private static int Begin(float draw, int size, int window)
    {
        var places = size + 1 - (window % 2);
        return Within((int)(draw * places), places - 1) - (window / 2);
    }

    // A draw is less than 1, but a product can be rounded up.
    private static int Within(int number, int most) => number < most ? number : most;
}
