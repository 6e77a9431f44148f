using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// Sums of terms over a value (batch, channels, pixels), by channel or by sample; a sum over everything is one by channel of an extent with one channel.
/// The first stage has one work item per slice and output; with one slice it writes the outputs, else <see cref="Merge"/> must follow. The order of additions
/// is fixed by the arguments, so that equal runs give equal bits.
/// </summary>
public static class SumKernels
{
    // Blocks of terms are summed by themselves, then added: rounding errors grow with the number of blocks plus the block, not with their product.
    private const int Block = 64;

    /// <summary>How many work items <see cref="ToChannels"/> is launched with.</summary>
    /// <param name="batch">How many samples there are; it does not matter.</param>
    /// <param name="slices">How the sums are split.</param>
    public static int ToChannelsItems<TExtent>(int batch, Slicing slices)
        where TExtent : struct, IExtent => TExtent.Channels * slices.Count;

    /// <summary>How many work items <see cref="ToSamples"/> is launched with.</summary>
    /// <param name="batch">How many samples there are.</param>
    /// <param name="slices">How the sums are split.</param>
    public static int ToSamplesItems<TExtent>(int batch, Slicing slices)
        where TExtent : struct, IExtent => batch * slices.Count;

    /// <summary>Sums over samples and pixels, one per channel. PyTorch equivalent: <c>terms.sum((0, 2))</c>.</summary>
    public static void ToChannels<TExtent, TTerms>(Index1D item, SumArguments arguments)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        // Adjacent items read adjacent memory: other channels of a flat sample, other slices of a picture.
        var number = (int)item;
        var slices = arguments.Slices.Count;
        var channel = TExtent.Pixels == 1 ? number % TExtent.Channels : number / slices;
        var slice = TExtent.Pixels == 1 ? number / TExtent.Channels : number % slices;
        var terms = arguments.Batch * TExtent.Pixels;
        var end = arguments.Slices.End(slice, terms);
        var step = arguments.Slices.Step;
        float sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        var at = arguments.Slices.First(slice, terms);
        while ((uint)at < (uint)end)
        {
            float block0 = 0, block1 = 0, block2 = 0, block3 = 0;
            for (var i = 0; i < Block && (uint)at < (uint)end; i++)
            {
                var sample = (int)((uint)at / (uint)TExtent.Pixels);
                var index = (((sample * TExtent.Channels) + channel) * TExtent.Pixels) + (at - (sample * TExtent.Pixels));
                var term = TTerms.Apply(new Place(index, channel, sample), arguments.Operands);
                block0 += term.First;
                block1 += term.Second;
                block2 += term.Third;
                block3 += term.Fourth;
                at += step;
            }

            sum0 += block0;
            sum1 += block1;
            sum2 += block2;
            sum3 += block3;
        }

        Store<TTerms>(arguments, slice, channel, TExtent.Channels, new Sums(sum0, sum1, sum2, sum3));
    }

    /// <summary>Sums over channels and pixels, one per sample. PyTorch equivalent: <c>terms.sum((1, 2))</c>.</summary>
    public static void ToSamples<TExtent, TTerms>(Index1D item, SumArguments arguments)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        var slices = arguments.Slices.Count;
        var sample = item / slices;
        var slice = item % slices;
        var terms = TExtent.Channels * TExtent.Pixels;
        var end = arguments.Slices.End(slice, terms);
        var step = arguments.Slices.Step;
        float sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        var at = arguments.Slices.First(slice, terms);
        while ((uint)at < (uint)end)
        {
            float block0 = 0, block1 = 0, block2 = 0, block3 = 0;
            for (var i = 0; i < Block && (uint)at < (uint)end; i++)
            {
                var term = TTerms.Apply(new Place((sample * terms) + at, (int)((uint)at / (uint)TExtent.Pixels), sample), arguments.Operands);
                block0 += term.First;
                block1 += term.Second;
                block2 += term.Third;
                block3 += term.Fourth;
                at += step;
            }

            sum0 += block0;
            sum1 += block1;
            sum2 += block2;
            sum3 += block3;
        }

        Store<TTerms>(arguments, slice, sample, arguments.Batch, new Sums(sum0, sum1, sum2, sum3));
    }

    /// <summary>Adds up the slices of each sum, first to last. One work item per sum: <see cref="MergeArguments.Items"/>.</summary>
    public static void Merge(Index1D item, MergeArguments arguments)
    {
        var output = item % arguments.Outputs;
        var term = item / arguments.Outputs;
        var sum = 0f;
        var slice = 0;
        while (slice < arguments.Slices)
        {
            var block = 0f;
            for (var i = 0; i < Block && slice < arguments.Slices; i++, slice++) block += arguments.Partial(term, slice, output);
            sum += block;
        }

        arguments.Store(term, output, sum);
    }

    private static void Store<TTerms>(SumArguments arguments, int slice, int output, int outputs, Sums sums)
        where TTerms : struct, ITerms
    {
        arguments.Store(0, slice, output, outputs, sums.First);
        if (TTerms.Count > 1) arguments.Store(1, slice, output, outputs, sums.Second);
        if (TTerms.Count > 2) arguments.Store(2, slice, output, outputs, sums.Third);
        if (TTerms.Count > 3) arguments.Store(3, slice, output, outputs, sums.Fourth);
    }
}
