using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The mean and variance of each channel of a value (batch, channels, pixels), as in <c>torch.nn.BatchNorm</c> in train mode. The first stage has one
/// work item per slice and channel; with one slice it finishes, else <see cref="Merge"/> must follow. The order of operations is fixed by the arguments.
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

        // Deviations are taken from a number of the block itself, so that neither a large mean nor an outlier elsewhere hides a small variance.
        // Blocks' means are relative to the slice's first number, since large ones would be rounded at every step.
        var origin = (uint)at < (uint)end ? input[IndexOf<TExtent>(at, channel)] : 0;
        var all = new Moments(0, 0, 0);
        while ((uint)at < (uint)end)
        {
            var shift = input[IndexOf<TExtent>(at, channel)];
            float sum = 0, squares = 0;
            var count = 0;
            while (count < Block && (uint)at < (uint)end)
            {
                var deviation = input[IndexOf<TExtent>(at, channel)] - shift;
                sum += deviation;
                squares += deviation * deviation;
                at += step;
                count++;
            }

            var offset = sum / count;
            var deviations = squares - (sum * offset);
            all = all.And(new Moments(count, shift - origin + offset, deviations < 0 ? 0 : deviations));
        }

        if (slices == 1)
        {
            arguments.Finish(channel, origin, all);
            return;
        }

        var partial = arguments.PartialAt(slice, channel, TExtent.Channels);
        arguments.Write(partial, origin + all.Mean);
        arguments.Write(partial + ((long)slices * TExtent.Channels), all.Deviations);
    }

    /// <summary>Merges slices, first to last, and writes the statistics.</summary>
    public static void Merge<TExtent>(Index1D channel, MomentsArguments arguments)
        where TExtent : struct, IExtent
    {
        var slices = arguments.Slices.Count;
        var terms = arguments.Batch * TExtent.Pixels;
        var origin = arguments.Read(arguments.PartialAt(0, channel, TExtent.Channels));
        var all = new Moments(0, 0, 0);
        for (var slice = 0; slice < slices; slice++)
        {
            var count = CountOf(arguments.Slices, slice, terms);
            if (count > 0)
            {
                var partial = arguments.PartialAt(slice, channel, TExtent.Channels);
                all = all.And(new Moments(count, arguments.Read(partial) - origin, arguments.Read(partial + ((long)slices * TExtent.Channels))));
            }
        }

        arguments.Finish(channel, origin, all);
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
