using GanDsl.States;
using static GanDsl.States.StateChecks;
using static TorchSharp.torch;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>The whole state of a game, in and out, and from one backend to the other.</summary>
[Collection(nameof(Devices))]
public class StateTests
{
    private static readonly Dictionary<string, Func<long, ComputeDevice, IGan>> Games = new()
    {
        [nameof(EverythingGame)] = (seed, device) => new EverythingGame.Ilgpu(seed, device),
        [nameof(RelativisticGame)] = (seed, device) => new RelativisticGame.Ilgpu(seed, device),
        [nameof(PenalizedGame)] = (seed, device) => new PenalizedGame.Ilgpu(seed, device),
        [nameof(AtOnceGame)] = (seed, device) => new AtOnceGame.Ilgpu(seed, device),
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Games.Keys)
            {
                foreach (string device in name == nameof(EverythingGame) ? Devices.Names : Devices.Emulation) data.Add(name, device);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AGameThatTakesOverAState_GoesOnBitForBit(string name, string device)
    {
        var on = Devices.Get(device);

        // Before the first step; before G's first update; in the middle of D's cycle, between two calls of a lazy penalty.
        foreach (var before in new[] { 0, 1, 5 }) AssertResumes(seed => Games[name](seed, on), before, after: 7);
    }

    [Fact]
    public void AnotherWidth_IsRefused_WithBothShapes()
    {
        using var narrow = new NarrowGame.Ilgpu(1, Devices.Get("CPU"));
        using var game = new PlainGame.Ilgpu(1, Devices.Get("CPU"));
        AssertRefused(
            game, narrow.State(), "discriminator.0.weight is Float32 of shape (8, 2) with 16 values; this game wants Float32 of shape (9, 2) with 18 values.");
    }

    [Fact]
    public void RandomNumbersThatNoStreamHas_AreRefused()
    {
        using var game = new PlainGame.Ilgpu(1, Devices.Get("CPU"));
        AssertRefused(
            game,
            [.. game.State().Select(tensor => tensor.Name == "random.philox" ? tensor with { Values = new TensorValues.Int64([1, -1]) } : tensor)],
            "philox has a negative number of calls");
    }

    [Fact]
    public void AState_GoesToTheOtherBackendAndBack_WithoutItsRandomNumbers()
    {
        using var torch = new EverythingGame.Torch(1, CPU);
        using var own = new EverythingGame.Ilgpu(2, Devices.Get("CPU"));
        using var back = new EverythingGame.Torch(3, CPU);
        Play(torch, 0, 5);
        AssertRefused(own, torch.State(), "The state's random numbers are random.libtorch_cpu, another backend's or device's; this game draws random.philox.");

        own.Load(WithoutRandom(torch.State()));
        AssertEqual(WithoutRandom(torch.State()), WithoutRandom(own.State()));
        Assert.Equal(torch.Report(), own.Report());

        back.Load(WithoutRandom(own.State()));
        AssertEqual(WithoutRandom(torch.State()), WithoutRandom(back.State()));
    }

    private static List<NamedTensor> WithoutRandom(IReadOnlyList<NamedTensor> state) =>
        [.. state.Where(tensor => !tensor.Name.StartsWith("random.", StringComparison.Ordinal))];
}
