using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

public sealed class StepThreadsTests : IDisposable
{
    private readonly int before = get_num_threads();

    public StepThreadsTests() => set_num_threads(2);

    public void Dispose() => set_num_threads(before);

    [Fact]
    public void ASmallStep_TakesOneThread_AndGivesTheOthersBack()
    {
        using (new StepThreads(CPU, StepThreads.Small - 1)) Assert.Equal(1, get_num_threads());
        Assert.Equal(2, get_num_threads());
    }

    [Fact]
    public void ALargeStep_LeavesTheThreadsAlone()
    {
        using (new StepThreads(CPU, StepThreads.Small)) Assert.Equal(2, get_num_threads());
        Assert.Equal(2, get_num_threads());
    }

    [Fact]
    public void OneThread_StaysOne()
    {
        set_num_threads(1);
        using (new StepThreads(CPU, 1)) Assert.Equal(1, get_num_threads());
        Assert.Equal(1, get_num_threads());
    }

    [Fact]
    public void AGame_GivesItsThreadsBack_AfterAStepAndAfterARefusal()
    {
        using var gan = new SimultaneousPoints.Still.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);
        var (reals, latents, _, _, _) = data.Steps[0];

        gan.Step(new(reals), new(latents));
        Assert.Equal(2, get_num_threads());

        using var fewer = latents.narrow(0, 0, 8);
        Assert.Throws<ArgumentException>(() => { gan.Step(new(reals), new(fewer)); });
        Assert.Equal(2, get_num_threads());
    }
}
