using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <content>Sums of terms, up to four at once, and the statistics of a batch. Sums split into slices have their partial sums at <c>parts</c>.</content>
public sealed partial class Launcher
{
    /// <summary>Sums over everything, whatever its shape. PyTorch equivalent: <c>terms.sum()</c>.</summary>
    /// <param name="count">The elements.</param>
    /// <param name="operands">The terms' operands.</param>
    /// <param name="to">Where the sum goes.</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long Sum<TTerms>(long count, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TTerms : struct, ITerms => SumToChannels<OneNumber, TTerms>(count, operands, to, slices, parts);

    /// <inheritdoc cref="Sum{TTerms}(long, ReadOnlySpan{long}, long, int, long)"/>
    public (long First, long Second) Sum<TTerms>(long count, ReadOnlySpan<long> operands, (long First, long Second) to, int slices = 1, long parts = 0)
        where TTerms : struct, ITerms => SumToChannels<OneNumber, TTerms>(count, operands, to, slices, parts);

    /// <inheritdoc cref="Sum{TTerms}(long, ReadOnlySpan{long}, long, int, long)"/>
    public (long First, long Second, long Third) Sum<TTerms>(
        long count, ReadOnlySpan<long> operands, (long First, long Second, long Third) to, int slices = 1, long parts = 0)
        where TTerms : struct, ITerms => SumToChannels<OneNumber, TTerms>(count, operands, to, slices, parts);

    /// <inheritdoc cref="Sum{TTerms}(long, ReadOnlySpan{long}, long, int, long)"/>
    public (long First, long Second, long Third, long Fourth) Sum<TTerms>(
        long count, ReadOnlySpan<long> operands, (long First, long Second, long Third, long Fourth) to, int slices = 1, long parts = 0)
        where TTerms : struct, ITerms => SumToChannels<OneNumber, TTerms>(count, operands, to, slices, parts);

    /// <summary>Sums over samples and pixels, one per channel. PyTorch equivalent: <c>terms.sum((0, 2))</c>.</summary>
    /// <param name="batch">The samples; 1 for a value without a batch.</param>
    /// <param name="operands">The terms' operands.</param>
    /// <param name="to">Where the sums go.</param>
    /// <param name="slices">How many slices a sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public long SumToChannels<TExtent, TTerms>(long batch, ReadOnlySpan<long> operands, long to, int slices = 1, long parts = 0)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToChannels<TExtent, TTerms>(batch, operands, (to, 0, 0, 0), slices, parts);
        return to;
    }

    /// <inheritdoc cref="SumToChannels{TExtent, TTerms}(long, ReadOnlySpan{long}, long, int, long)"/>
    public (long First, long Second) SumToChannels<TExtent, TTerms>(
        long batch, ReadOnlySpan<long> operands, (long First, long Second) to, int slices = 1, long parts = 0)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToChannels<TExtent, TTerms>(batch, operands, (to.First, to.Second, 0, 0), slices, parts);
        return to;
    }

    /// <inheritdoc cref="SumToChannels{TExtent, TTerms}(long, ReadOnlySpan{long}, long, int, long)"/>
    public (long First, long Second, long Third) SumToChannels<TExtent, TTerms>(
        long batch, ReadOnlySpan<long> operands, (long First, long Second, long Third) to, int slices = 1, long parts = 0)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToChannels<TExtent, TTerms>(batch, operands, (to.First, to.Second, to.Third, 0), slices, parts);
        return to;
    }

    /// <inheritdoc cref="SumToChannels{TExtent, TTerms}(long, ReadOnlySpan{long}, long, int, long)"/>
    public (long First, long Second, long Third, long Fourth) SumToChannels<TExtent, TTerms>(
        long batch, ReadOnlySpan<long> operands, (long First, long Second, long Third, long Fourth) to, int slices = 1, long parts = 0)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToChannels<TExtent, TTerms>(batch, operands, to, slices, parts);
        return to;
    }

    /// <summary>Sums over channels and pixels, one per sample. PyTorch equivalent: <c>terms.sum((1, 2))</c>.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="operands">The terms' operands.</param>
    /// <param name="to">Where the sums go.</param>
    public long SumToSamples<TExtent, TTerms>(long batch, ReadOnlySpan<long> operands, long to)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToSamples<TExtent, TTerms>(batch, operands, (to, 0, 0, 0));
        return to;
    }

    /// <inheritdoc cref="SumToSamples{TExtent, TTerms}(long, ReadOnlySpan{long}, long)"/>
    public (long First, long Second) SumToSamples<TExtent, TTerms>(long batch, ReadOnlySpan<long> operands, (long First, long Second) to)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToSamples<TExtent, TTerms>(batch, operands, (to.First, to.Second, 0, 0));
        return to;
    }

    /// <inheritdoc cref="SumToSamples{TExtent, TTerms}(long, ReadOnlySpan{long}, long)"/>
    public (long First, long Second, long Third) SumToSamples<TExtent, TTerms>(
        long batch, ReadOnlySpan<long> operands, (long First, long Second, long Third) to)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToSamples<TExtent, TTerms>(batch, operands, (to.First, to.Second, to.Third, 0));
        return to;
    }

    /// <inheritdoc cref="SumToSamples{TExtent, TTerms}(long, ReadOnlySpan{long}, long)"/>
    public (long First, long Second, long Third, long Fourth) SumToSamples<TExtent, TTerms>(
        long batch, ReadOnlySpan<long> operands, (long First, long Second, long Third, long Fourth) to)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        ToSamples<TExtent, TTerms>(batch, operands, to);
        return to;
    }

    /// <summary>The batch statistics of each channel: mean, biased variance and 1/√(variance + eps).</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="input">(batch, channels, pixels).</param>
    /// <param name="to">Where the means, the variances and 1/√(variance + eps) go, one of each per channel.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <param name="slices">How many slices a channel is split into.</param>
    /// <param name="parts">Where slices' means and squared deviations go.</param>
    /// <param name="running">The running means and variances, which are updated; none by default.</param>
    /// <param name="momentum">The weight of the new statistics in the running ones.</param>
    public (long Mean, long Variance, long InverseStd) Moments<TExtent>(
        long batch,
        long input,
        (long Mean, long Variance, long InverseStd) to,
        float eps,
        int slices = 1,
        long parts = 0,
        (long Mean, long Variance)? running = null,
        float momentum = 0)
        where TExtent : struct, IExtent
    {
        var slicing = Slices(slices);
        var (runningMean, runningVariance) = running ?? (-1, -1);
        var arguments = new MomentsArguments(
            memory.View, input, parts, to.Mean, to.Variance, to.InverseStd, Count(batch), slicing, eps, runningMean, runningVariance, momentum);
        Launch(MomentsKernels.Partial<TExtent>, MomentsKernels.PartialItems<TExtent>(slicing), arguments);
        if (slices > 1) Launch(MomentsKernels.Merge<TExtent>, MomentsKernels.MergeItems<TExtent>(), arguments);
        return to;
    }

    /// <summary>Updates the running means of D's logits from their sums.</summary>
    /// <param name="reals">The sum on reals.</param>
    /// <param name="fakes">The sum on fakes.</param>
    /// <param name="batchShare">1/N.</param>
    /// <param name="sums">The running means with their weights.</param>
    /// <param name="share">The weight of the new means.</param>
    /// <param name="to">Where the running means go that the step reads: on reals, and on fakes.</param>
    public (long OfReals, long OfFakes) RunningMeans(
        long reals, long fakes, long batchShare, long sums, float share, (long OfReals, long OfFakes) to)
    {
        Launch(RunningMeansKernels.Update, 1, new RunningMeansArguments(memory.View, reals, fakes, batchShare, sums, to.OfReals, to.OfFakes, share));
        return to;
    }

    private Slicing Slices(int slices) => slices == 1 ? 1 : Device.SlicesFor(slices);

    private void ToChannels<TExtent, TTerms>(
        long batch, ReadOnlySpan<long> operands, (long First, long Second, long Third, long Fourth) to, int slices, long parts)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        var (slicing, (first, second, third, fourth)) = (Slices(slices), to);
        Launch(
            SumKernels.ToChannels<TExtent, TTerms>,
            SumKernels.ToChannelsItems<TExtent>(Count(batch), slicing),
            new SumArguments(memory.View, parts, first, Count(batch), slicing, Operands(operands), second, third, fourth));
        if (slices == 1) return;
        var merge = new MergeArguments(memory.View, parts, first, outputs: TExtent.Channels, terms: TTerms.Count, slices, second, third, fourth);
        Launch(SumKernels.Merge, merge.Items, merge);
    }

    private void ToSamples<TExtent, TTerms>(long batch, ReadOnlySpan<long> operands, (long First, long Second, long Third, long Fourth) to)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        var (first, second, third, fourth) = to;
        Launch(
            SumKernels.ToSamples<TExtent, TTerms>,
            SumKernels.ToSamplesItems<TExtent>(Count(batch), 1),
            new SumArguments(memory.View, 0, first, Count(batch), 1, Operands(operands), second, third, fourth));
    }
}
