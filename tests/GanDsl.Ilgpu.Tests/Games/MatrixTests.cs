using GanDsl.Generators.Tests.Harness;
using GanDsl.Matrix;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// Schedules, ways of writing objectives, regularisers and optimisers, pairwise: each game for ten steps on libtorch and on our own kernels, 1e-4. Every
/// objective, on libtorch, is in the same test of that backend; here a game takes a second or so to compile, and so only one objective of each way is played.
/// </summary>
public class MatrixTests
{
    private const int Count = 9;
    private const int CountOfCritics = 8;

    private static readonly IReadOnlyList<Combination> Cover = GameMatrix.Small.Cover();

    private static readonly Lazy<MatrixGames> Games = new(() => MatrixGames.Of(Cover, Packages.All, width: 6));

    public static TheoryData<string> Names => [.. Cover.Select(game => game.ToString())];

    [Fact]
    public void EveryPair_IsPlayed_OrIsNoGame()
    {
        var played = Cover.SelectMany(GameMatrix.MeetingsOf).ToHashSet();
        Assert.All(GameMatrix.Small.Meetings, meeting => Assert.True(played.Contains(meeting) != GameMatrix.Illegal.ContainsKey(meeting), $"{meeting}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TenSteps_AreThoseOnLibtorch(string name)
    {
        using var torch = Games.Value.New(name, "Torch", 1L, null);
        using var own = Games.Value.New(name, "Ilgpu", 2L, Devices.Get("CPU"));

        // The average begins alike, as the players do.
        if (torch.AverageGeneratorState() is { } average) ((IlgpuNetwork)own.GetType().GetProperty("AverageGenerator")!.GetValue(own)!).Load(average);

        // A critic's seeds are ±1/N and cancel in the gradient of D's last bias: with 8 they do to the bit in any order of sums, with 9 something is left that
        // is the order's alone.
        Parity.Run(
            torch, own, name.Contains("Hinge", StringComparison.Ordinal) || name.Contains("Wasserstein", StringComparison.Ordinal) ? CountOfCritics : Count);

        var (expected, actual) = (torch.AverageGeneratorState(), own.AverageGeneratorState());
        Assert.Equal(expected is null, actual is null);
        foreach (var (want, have) in (expected ?? []).PairedWith(actual ?? []))
        {
            Assert.All(Floats(want).PairedWith(Floats(have)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    private static float[] Floats(NamedTensor tensor) => ((TensorValues.Float32)tensor.Values).Elements;
}
