using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The mean and variance of each channel of a value (batch, channels, pixels), as <c>torch.nn.BatchNorm</c> takes them in train mode. The first stage has one
/// work item a slice and channel; with one slice it finishes, else <see cref="Merge"/> must follow. The order of operations is fixed by the arguments.
/// </summary>
public static class MomentsKernels
{
    private const int Block = 64;

    /// <summary>How many work items <see cref="Partial"/> is launched with.</summary>
    public static int PartialItems<TExtent>(Slicing slices)
        where TExtent : struct, IExtent => TExtent.Channels * slices.Count;

    /// <summary>How many work items <see cref="Merge"/> is launched with.</summary>
    public static int MergeItems<TExtent>()
        where TExtent : struct, IExtent => TExtent.Channels;

    /// <summary>Each slice's mean, and its sum of squared deviations from it.</summary>
    public static void Partial<TExtent>(Index1D item, MomentsArguments arguments)
        where TExtent : struct, IExtent
    {
        var number = (int)item;
        var slices = arguments.Slices.Count;
        var channel = TExtent.Pixels == 1 ? number % TExtent.Channels : number / slices;
        var slice = TExtent.Pixels == 1 ? number / TExtent.Channels : number % slices;
        var terms = arguments.Batch * TExtent.Pixels;
        var end = arguments.Slices.End(slice, terms);
        var step = arguments.Slices.Step;
        var at = arguments.Slices.First(slice, terms);
        var input = arguments.Input;

        // Deviations from a number of the slice itself, so that squares of a large mean do not swallow a small variance.
        var shift = (uint)at < (uint)end ? input[IndexOf<TExtent>(at, channel)] : 0;
        float sum = 0, squares = 0;
        while ((uint)at < (uint)end)
        {
            float blockSum = 0, blockSquares = 0;
            for (var i = 0; i < Block && (uint)at < (uint)end; i++)
            {
                var deviation = input[IndexOf<TExtent>(at, channel)] - shift;
                blockSum += deviation;
                blockSquares += deviation * deviation;
                at += step;
            }

            sum += blockSum;
            squares += blockSquares;
        }

        var count = CountOf(arguments.Slices, slice, terms);
        var offset = count > 0 ? sum / count : 0;
        var mean = shift + offset;
        var deviations = squares - (sum * offset);
        deviations = deviations < 0 ? 0 : deviations;
        if (slices == 1)
        {
            arguments.Finish(channel, mean, deviations, count);
            return;
        }

        var partial = arguments.PartialAt(slice, channel, TExtent.Channels);
        arguments.Write(partial, mean);
        arguments.Write(partial + ((long)slices * TExtent.Channels), deviations);
    }

    /// <summary>Merges slices, first to last (Chan, Golub and LeVeque 1979), and writes the statistics.</summary>
    public static void Merge<TExtent>(Index1D channel, MomentsArguments arguments)
        where TExtent : struct, IExtent
    {
        var slices = arguments.Slices.Count;
        var terms = arguments.Batch * TExtent.Pixels;
        var count = 0;

        // Means from the first slice's on: large ones would be rounded at every step.
        var origin = arguments.Read(arguments.PartialAt(0, channel, TExtent.Channels));
        float mean = 0, deviations = 0;
        for (var slice = 0; slice < slices; slice++)
        {
            var more = CountOf(arguments.Slices, slice, terms);
            if (more > 0)
            {
                var partial = arguments.PartialAt(slice, channel, TExtent.Channels);
                var difference = arguments.Read(partial) - origin - mean;
                var share = (float)more / (count + more);
                mean += difference * share;
                deviations += arguments.Read(partial + ((long)slices * TExtent.Channels)) + (difference * difference * share * count);
                count += more;
            }
        }

        arguments.Finish(channel, origin + mean, deviations, count);
    }

    private static int IndexOf<TExtent>(int at, int channel)
        where TExtent : struct, IExtent
    {
        var sample = (int)((uint)at / (uint)TExtent.Pixels);
        return (((sample * TExtent.Channels) + channel) * TExtent.Pixels) + (at - (sample * TExtent.Pixels));
    }

    private static int CountOf(Slicing slices, int slice, int terms)
    {
        var first = slices.First(slice, terms);
        var end = slices.End(slice, terms);
        return (uint)first < (uint)end ? ((end - 1 - first) / slices.Step) + 1 : 0;
    }
}
