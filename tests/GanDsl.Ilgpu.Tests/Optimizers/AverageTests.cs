using GanDsl.Optimizers;

namespace GanDsl.Ilgpu.Tests.Optimizers;

/// <summary>The average of G against its formula, and whole games with all that goes with optimisers against libtorch.</summary>
[Collection(nameof(Devices))]
public class AverageTests
{
    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [MemberData(nameof(Both))]
    public void TheAverage_FollowsItsFormula_AndTakesOverRunningStatistics(string device)
    {
        using var game = new AveragedGame.Ilgpu(seed: 1, Devices.Get(device));
        AverageOracle.AssertFollows(game, halfLife: 64, rampUp: 0.5, discriminatorSteps: 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WithoutRampUp_AndTwoUpdatesOfD_ItCountsTheImagesOfBoth(string device)
    {
        using var game = new AveragedRmsPropGame.Ilgpu(seed: 1, Devices.Get(device));
        AverageOracle.AssertFollows(game, halfLife: 100, rampUp: 0, discriminatorSteps: 2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WhereBothPlayersAreUpdatedAtOnce_TheAverageFollowsItsFormula(string device)
    {
        using var game = new AveragedAtOnceGame.Ilgpu(seed: 1, Devices.Get(device));
        AverageOracle.AssertFollows(game, halfLife: 50, rampUp: 0.05, discriminatorSteps: 1);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Samples_AreTheAverages(string device)
    {
        var on = Devices.Get(device);
        using var game = new AveragedGame.Ilgpu(seed: 1, on);
        var noise = ((IGan)game).Noise(4);
        for (var step = 0; step < 3; step++) ((IGan)game).Step([.. Enumerable.Range(0, 16).Select(i => (float)i)]);

        using var latents = Batch<S3>.From(new HostBatch<S3>(noise), on);
        using var expected = game.AverageGenerator.Forward(latents);
        using var trained = game.Generator.Forward(latents);
        Assert.Equal(expected.ToArray(), ((IGan)game).Sample(noise));
        Assert.NotEqual(trained.ToArray(), ((IGan)game).Sample(noise));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void AnAveragedGame_IsTorchs(string device)
    {
        using var torch = new AveragedGame.Torch(seed: 1);
        using var own = new AveragedGame.Ilgpu(seed: 2, Devices.Get(device));
        Games.Parity.Run(torch, own, count: 9);
        foreach (var (expected, actual) in torch.AverageGeneratorState()!.PairedWith(own.AverageGeneratorState()!))
        {
            Assert.Equal(expected.Name, actual.Name);
            if (expected.Values is not TensorValues.Float32 { Elements: var values }) continue;
            Numbers.Near(
                [.. values.Select(value => (double)value)],
                ((TensorValues.Float32)actual.Values).Elements,
                relative: 1e-4,
                absolute: 1e-4 * values.Max(Math.Abs));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ABoundedGame_IsTorchs(string device)
    {
        using var torch = new BoundedGame.Torch(seed: 1);
        using var own = new BoundedGame.Ilgpu(seed: 2, Devices.Get(device));
        Games.Parity.Run(torch, own, count: 9);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ABoundedRmsPropGame_IsTorchs(string device)
    {
        using var torch = new BoundedRmsPropGame.Torch(seed: 1);
        using var own = new BoundedRmsPropGame.Ilgpu(seed: 2, Devices.Get(device));
        Games.Parity.Run(torch, own, count: 9);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void AStepWithAllOfIt_WaitsForNothing_AndIsSoManyLaunches(string device)
    {
        var on = Devices.Get(device);
        using var game = new AveragedGame.Ilgpu(seed: 7, on);
        using var reals = Batch<S2>.From(new HostBatch<S2>(new float[2 * 8]), on);
        game.Step(reals);
        var (waits, launches) = (on.Synchronizations, on.Launches);
        game.Step(reals);
        Assert.Equal(0, on.Synchronizations - waits);
        Assert.Equal(game.LaunchesOfAStep + 2, on.Launches - launches);
    }

    [OracleFact<Pocl>]
    public void AStepWithAllOfIt_AllocatesNothingManaged()
    {
        // The emulation allocates for its threads; compiled devices do not.
        var on = Devices.Get("PoCL");
        using var game = new AveragedGame.Ilgpu(seed: 7, on);
        using var reals = Batch<S2>.From(new HostBatch<S2>(new float[2 * 8]), on);
        for (var i = 0; i < 20; i++) game.Step(reals);
        on.Synchronize();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) game.Step(reals);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void EveryKernel_StaysInRegistersOnCuda()
    {
        using var device = ComputeDevice.Cpu();
        using var averaged = new AveragedGame.Ilgpu(seed: 1, device);
        using var rmsProp = new AveragedRmsPropGame.Ilgpu(seed: 1, device);
        foreach (var method in device.Methods) PtxGate.Check(method);
    }
}
