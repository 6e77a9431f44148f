using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What regularisers of D's logits need beside a step's other pieces: they see m, a logit less the running mean of the other kind's.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    private RunningMeans? runningMeans;
    private Tensor? realMargins;
    private Tensor? fakeMargins;

    /// <summary>Says that the means of D's logits are followed; D's optimiser remembers them. The game disposes them.</summary>
    protected void UseRunningMeans()
    {
        runningMeans = new RunningMeans(Device);
        DiscriminatorOptimizer.Remember(RememberedNumbers.RunningMeans, runningMeans.Sums);
    }

    /// <summary>
    /// D's logits, less the running mean of those of the other kind, which this batch goes into first; remembered for Report. Nothing is consumed.
    /// </summary>
    /// <param name="onReals">D's logits on reals, free of autograd.</param>
    /// <param name="onFakes">D's logits on fakes, free of autograd.</param>
    /// <param name="decay">What is left of a batch's share of the means after a move.</param>
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
    /// <param name="number">The regulariser's number among those of the game.</param>
    /// <param name="onReal">What D is penalised for one real, by its logit less the running mean of fakes'.</param>
    /// <param name="onFake">What D is penalised for one fake, by its logit less the running mean of reals'.</param>
    protected double MeanOverMargins(int number, Func<double, double> onReal, Func<double, double> onFake) =>
        realMargins is null ? CarriedPenalty(number) : ToHost(realMargins).Average(onReal) + ToHost(fakeMargins!).Average(onFake);
}
