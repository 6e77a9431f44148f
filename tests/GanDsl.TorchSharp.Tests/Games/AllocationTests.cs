using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What a step allocates on the managed heap, once everything is warm.</summary>
public class AllocationTests
{
    private const int BytesAStep = 4 * 1024;
    private const int Steps = 20;

    [Fact]
    public void AStepOfAnMlpGame_AllocatesAtMost4Kilobytes()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        AssertAllocation(gan, 2);
    }

    [Fact]
    public void AStepWithBatchNormInD_AllocatesAtMost4Kilobytes()
    {
        using var gan = new PicturesNormalized.K1Fresh.Torch(1, CPU);
        AssertAllocation(gan, 1, 28, 28);
    }

    [Fact]
    public void AStepOfADcganGame_AllocatesAtMost4Kilobytes()
    {
        using var gan = new Pictures.K1Fresh.Torch(1, CPU);
        AssertAllocation(gan, 1, 28, 28);
    }

    private static void AssertAllocation<TLatent, TSample>(TorchGan<TLatent, TSample> gan, params long[] sample)
        where TLatent : struct, IShape
        where TSample : struct, IShape
    {
        using var reals = new Batch<TSample>(randn([8, .. sample]));
        for (var step = 0; step < Steps; step++) gan.Step(reals);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < Steps; step++) gan.Step(reals);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Steps;

        Assert.True(bytes <= BytesAStep, $"A step allocates {bytes} bytes; at most {BytesAStep} are allowed.");
    }
}
