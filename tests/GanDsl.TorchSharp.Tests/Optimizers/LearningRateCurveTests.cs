using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace GanDsl.Tests.Torch.Optimizers;

/// <summary>Learning rates, against torch.optim.lr_scheduler.</summary>
public class LearningRateCurveTests
{
    [Fact]
    public void Linear_IsLinearLR() => AssertFollows(
        new LearningRateCurve(0.2, Decay.Linear, Steps: 7, EndFactor: 0.25),
        optimizer => lr_scheduler.LinearLR(optimizer, start_factor: 1, end_factor: 0.25, total_iters: 7), updates: 20);

    [Fact]
    public void LinearToZero_IsLinearLR() => AssertFollows(
        new LearningRateCurve(0.2, Decay.Linear, Steps: 5), optimizer => lr_scheduler.LinearLR(optimizer, start_factor: 1, end_factor: 0, total_iters: 5),
        updates: 9);

    [Fact]
    public void Cosine_IsCosineAnnealingLR_AndStaysAtItsEnd()
    {
        var curve = new LearningRateCurve(0.2, Decay.Cosine, Steps: 9, EndFactor: 0.1);
        AssertFollows(curve, optimizer => lr_scheduler.CosineAnnealingLR(optimizer, 9, eta_min: 0.02), updates: 10);
        Assert.Equal(0.02, curve.At(11), 1e-15);
        Assert.Equal(0.02, curve.At(1_000_000), 1e-15);
    }

    [Fact]
    public void WarmUp_IsLinearLR_FromTheFirstOfItsEqualSteps() => AssertFollows(
        new LearningRateCurve(0.2, WarmUp: 4), optimizer => lr_scheduler.LinearLR(optimizer, start_factor: 0.2, end_factor: 1, total_iters: 4), updates: 10);

    [Fact]
    public void BehindAWarmUp_TheDecayBegins()
    {
        var decay = new LearningRateCurve(0.2, Decay.Cosine, Steps: 9, EndFactor: 0.1);
        var both = decay with { WarmUp = 4 };
        Assert.Equal([0.04, 0.08, 0.12, 0.16], Enumerable.Range(1, 4).Select(update => Math.Round(both.At(update), 14)));
        foreach (var update in Enumerable.Range(1, 15)) Assert.Equal(decay.At(update), both.At(4 + update), 1e-16);
    }

    [Fact]
    public void Constant_IsConstant() => Assert.Equal([0.3, 0.3], new[] { new LearningRateCurve(0.3).At(1), new LearningRateCurve(0.3).At(1_000_000) });

    private static void AssertFollows(LearningRateCurve curve, Func<Optimizer, lr_scheduler.LRScheduler> create, int updates)
    {
        using var parameter = new Parameter(ones(1));
        using var optimizer = SGD([parameter], curve.Lr);
        var schedule = create(optimizer);
        for (var update = 1; update <= updates; update++)
        {
            // The schedulers multiply from update to update, and round in each.
            Assert.Equal(optimizer.ParamGroups.Single().LearningRate, curve.At(update), 1e-14);
            parameter.grad = zeros(1);
            optimizer.step();
            schedule.step();
        }
    }
}
