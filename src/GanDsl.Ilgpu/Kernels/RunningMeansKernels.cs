using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of the running means of D's logits. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="reals">Where the sum of the logits on reals is.</param>
/// <param name="fakes">Where the sum of the logits on fakes is.</param>
/// <param name="batchShare">Where 1/N is.</param>
/// <param name="sums">Where the sums on reals and on fakes and their weight are saved.</param>
/// <param name="ofReals">Where the mean on reals goes.</param>
/// <param name="ofFakes">Where the mean on fakes goes.</param>
/// <param name="share">1 − decay.</param>
public readonly struct RunningMeansArguments(
    ArrayView<float> memory, long reals, long fakes, long batchShare, long sums, long ofReals, long ofFakes, float share)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long reals = reals, fakes = fakes, batchShare = batchShare, sums = sums, ofReals = ofReals, ofFakes = ofFakes;

    /// <summary>The sum of the logits on reals.</summary>
    public ArrayView<float> Reals => memory.SubView(reals);

    /// <summary>The sum of the logits on fakes.</summary>
    public ArrayView<float> Fakes => memory.SubView(fakes);

    /// <summary>1/N.</summary>
    public ArrayView<float> BatchShare => memory.SubView(batchShare);

    /// <summary>The state.</summary>
    public ArrayView<float> Sums => memory.SubView(sums);

    /// <summary>The mean on reals.</summary>
    public ArrayView<float> OfReals => memory.SubView(ofReals);

    /// <summary>The mean on fakes.</summary>
    public ArrayView<float> OfFakes => memory.SubView(ofFakes);

    /// <summary>1 − decay.</summary>
    public float Share { get; } = share;
}

/// <summary>Exponential moving averages of D's mean logits.</summary>
public static class RunningMeansKernels
{
    /// <summary>Adds a batch, and divides by the weight; one work item.</summary>
    public static void Update(Index1D item, RunningMeansArguments arguments)
    {
        var share = arguments.Share;
        var (sums, batchShare) = (arguments.Sums, arguments.BatchShare[item]);
        var reals = sums[0] + (share * ((arguments.Reals[item] * batchShare) - sums[0]));
        var fakes = sums[1] + (share * ((arguments.Fakes[item] * batchShare) - sums[1]));
        var weight = sums[2] + (share * (1f - sums[2]));
        sums[0] = reals;
        sums[1] = fakes;
        sums[2] = weight;
        arguments.OfReals[item] = reals / weight;
        arguments.OfFakes[item] = fakes / weight;
    }
}
