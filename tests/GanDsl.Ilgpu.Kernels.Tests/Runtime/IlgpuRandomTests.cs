namespace GanDsl.Ilgpu.Tests;

public class IlgpuRandomTests
{
    [Fact]
    public void EqualSeedsAndCallsGiveEqualNumbers()
    {
        var (first, second) = (new IlgpuRandom(7), new IlgpuRandom(7));
        Assert.Equal(Normals(first, 100), Normals(second, 100));
        Assert.NotEqual(Normals(first, 100), Normals(new IlgpuRandom(7), 100));
        Assert.NotEqual(Normals(new IlgpuRandom(7), 100), Normals(new IlgpuRandom(8), 100));
    }

    [Fact]
    public void CallsAreAllThatACheckpointNeeds()
    {
        var random = new IlgpuRandom(7);
        _ = Normals(random, 10);
        var resumed = new IlgpuRandom(7) { Calls = random.Calls };
        Assert.Equal(Normals(random, 10), Normals(resumed, 10));
    }

    [Fact]
    public void AShorterFillIsThePrefixOfALongerOne()
    {
        var values = Normals(new IlgpuRandom(7), 103);
        for (var length = 1; length < 9; length++) Assert.Equal(values[..length], Normals(new IlgpuRandom(7), length));
    }

    [Fact]
    public void FillsAreDistributedAsTheySay()
    {
        const int Count = 200_000;
        var values = new float[Count];
        new IlgpuRandom(7).FillUniform(values, 0.25);
        Assert.True(Distribution.KolmogorovSmirnov(values, x => (x + 0.25) / 0.5) < Distribution.Bound(Count));
        new IlgpuRandom(8).FillNormal(values, 0.5, 0.02);
        Assert.True(Distribution.KolmogorovSmirnov(values, x => Distribution.Normal((x - 0.5) / 0.02)) < Distribution.Bound(Count));
    }

    private static float[] Normals(IlgpuRandom random, int count)
    {
        var values = new float[count];
        random.FillNormal(values, 0, 1);
        return values;
    }
}
