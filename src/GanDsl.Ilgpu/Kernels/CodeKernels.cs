using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Codes among latents, one work item per row.</summary>
public static class CodeKernels
{
    /// <summary>1 at one of the numbers of each row, all equally probable, and 0 at the others.</summary>
    public static void Categorical(Index1D item, CodeArguments arguments)
    {
        var row = arguments.Row(item);
        var place = arguments.Uniform(item, 0) * arguments.Width;
        for (var i = 0; i < arguments.Width; i++) row[i] = 0;

        // The number is less than 1, but its product may be rounded up to the width.
        row[place < arguments.Width ? (int)place : arguments.Width - 1] = 1;
    }

    /// <summary>Numbers of U[−1, 1).</summary>
    public static void Uniform(Index1D item, CodeArguments arguments)
    {
        var row = arguments.Row(item);
        for (var i = 0; i < arguments.Width; i++) row[i] = (2 * arguments.Uniform(item, i)) - 1;
    }
}
