using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Functions for regularisers of D's logits: they see m, a logit minus the running mean of the other kind's.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    private RunningMeans? runningMeans;
    private Tensor? realMargins;
    private Tensor? fakeMargins;

    /// <summary>Adds running means of D's logits, part of D's optimiser's state. The game disposes them.</summary>
    protected void UseRunningMeans()
    {
        runningMeans = new RunningMeans(Device);
        DiscriminatorOptimizer.Remember(RememberedNumbers.RunningMeans, runningMeans.Sums);
    }

    /// <summary>
    /// D's logits minus the running mean of the other kind's, which this batch enters first; remembered for Report. Nothing is disposed.
    /// </summary>
    /// <param name="onReals">D's logits on reals, detached.</param>
    /// <param name="onFakes">D's logits on fakes, detached.</param>
    /// <param name="decay">The decay of a batch's weight in the means per update.</param>
    protected (Tensor OnReals, Tensor OnFakes) LessRunningMeans(Tensor onReals, Tensor onFakes, double decay)
    {
        ArgumentNullException.ThrowIfNull(onReals);
        ArgumentNullException.ThrowIfNull(onFakes);
        var (ofReals, ofFakes) = runningMeans!.Update(onReals, onFakes, Number(1 - decay));
        using (ofReals)
        using (ofFakes)
        {
            Replace(ref realMargins, onReals.sub(ofFakes));
            Replace(ref fakeMargins, onFakes.sub(ofReals));
        }

        return (realMargins!, fakeMargins!);
    }

    /// <summary>The mean of a penalty over D's last batch.</summary>
    /// <param name="number">The regulariser's index in the game.</param>
    /// <param name="onReal">The penalty of a real, from its logit minus the running mean of fakes'.</param>
    /// <param name="onFake">The penalty of a fake, from its logit minus the running mean of reals'.</param>
    protected double MeanOverMargins(int number, Func<double, double> onReal, Func<double, double> onFake) =>
        realMargins is null ? CarriedPenalty(number) : ToHost(realMargins).Average(onReal) + ToHost(fakeMargins!).Average(onFake);
}
