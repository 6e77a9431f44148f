using GanDsl.Declared;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>
/// What the code around a game does to libtorch does nothing to the game: with a dispose scope around each call, and float64 as the default for new tensors,
/// every game that this project declares computes the same bits, and loses nothing when the scopes end.
/// </summary>
public class SurroundingsTests
{
    private const int Count = 12;

    private static readonly Dictionary<string, DeclaredGame> All = typeof(SurroundingsTests).Assembly.GetTypes()
        .Where(type => DeclaredGame.IsDeclaredBy(type) && type.GetNestedType("Torch") is not null)
        .ToDictionary(type => type.FullName!, DeclaredGame.Of);

    public static TheoryData<string> Games => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Games))]
    public void AGame_ComputesTheSameInForeignScopes_AndWithAnotherDefaultType(string name)
    {
        using var plain = Create(name);
        var foreign = InForeignSurroundings(() => Create(name));
        using (foreign)
        {
            for (var step = 0; step < 4; step++)
            {
                var (reals, labels, sources) = Batch(plain, step);
                Step(plain, reals, labels, sources);
                InForeignSurroundings(() => Step(foreign, reals, labels, sources));
                Assert.Equal(plain.Report().ToString(), InForeignSurroundings(foreign.Report).ToString());
            }

            var latents = plain.TakesSources ? Batch(plain, 9).Sources : plain.Noise(Count);
            if (!plain.TakesSources) Assert.Equal(latents, InForeignSurroundings(() => foreign.Noise(Count)));
            Assert.Equal(Sample(plain, latents), InForeignSurroundings(() => Sample(foreign, latents)));
            var state = InForeignSurroundings(foreign.State);
            AssertSame(plain.State(), state);

            // Loaded there, it goes on as well.
            InForeignSurroundings(() => foreign.Load(state));
            var (last, lastLabels, lastSources) = Batch(plain, 5);
            Step(plain, last, lastLabels, lastSources);
            InForeignSurroundings(() => Step(foreign, last, lastLabels, lastSources));
            AssertSame(plain.State(), foreign.State());
        }
    }

    [Fact]
    public void WhatACallReturns_IsTheCallersScopes()
    {
        using var game = new States.PlainGame.Torch(1, CPU);
        Batch<S3> noise;
        using (NewDisposeScope()) noise = game.Noise(2);
        Assert.True(noise.Tensor.IsInvalid);
    }

    private static IGan Create(string name) => (IGan)Activator.CreateInstance(All[name].Declaration.GetNestedType("Torch")!, 1L, CPU)!;

    private static T InForeignSurroundings<T>(Func<T> call)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            using var scope = NewDisposeScope();
            return call();
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    private static void InForeignSurroundings(Action call) => InForeignSurroundings(() =>
    {
        call();
        return 0;
    });

    private static void Step(IGan game, float[] reals, int[] labels, float[] sources)
    {
        if (game.TakesSources) game.StepPairs(reals, sources);
        else if (game.Classes > 0) game.Step(reals, labels);
        else game.Step(reals);
    }

    private static float[] Sample(IGan game, float[] latents) =>
        game.Classes > 0 ? game.Sample(latents, [.. Enumerable.Range(0, Count).Select(i => i % game.Classes)]) : game.Sample(latents);

    private static (float[] Reals, int[] Labels, float[] Sources) Batch(IGan game, int seed)
    {
        var random = new Random(seed);
        var elements = game.SampleShape.Aggregate(1, (product, size) => product * size);
        return (Numbers(Count * elements), [.. Enumerable.Range(0, Count).Select(i => (i + seed) % Math.Max(1, game.Classes))], Numbers(Count * game.Latent));

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private static void AssertSame(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual)
    {
        Assert.Equal(expected.Select(tensor => tensor.Name), actual.Select(tensor => tensor.Name));
        foreach (var (one, other) in expected.PairedWith(actual))
        {
            if (one.Values is TensorValues.Float32 floats) Assert.Equal(floats.Elements, ((TensorValues.Float32)other.Values).Elements);
            else Assert.Equal(((TensorValues.Int64)one.Values).Elements, ((TensorValues.Int64)other.Values).Elements);
        }
    }
}
