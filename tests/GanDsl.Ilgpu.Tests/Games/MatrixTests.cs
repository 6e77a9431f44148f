using System.Globalization;
using System.Reflection;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Matrix;
using GanDsl.Torch;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// Schedules, ways of writing objectives, regularisers and optimisers, pairwise: each game for ten steps on libtorch and on our own kernels, 1e-4. Every objective, on libtorch, is in the same
/// test of that backend; here a game takes a second or so to compile, and so only one objective of each way is played.
/// </summary>
public class MatrixTests
{
    private const int Count = 9;

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
        var shapes = torch.GetType().BaseType!.GetGenericArguments();
        typeof(MatrixTests).GetMethod(nameof(Play), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(shapes).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [torch, own], null);
    }

    private static void Play<TLatent, TSample>(IGan torch, IGan own)
        where TLatent : struct, IShape
        where TSample : struct, IShape
    {
        // The players begin alike, and so does the average.
        if (torch.AverageGeneratorState() is { } average) Player<IlgpuNetwork>(own, "AverageGenerator").Load(average);
        var (onTorch, onOwn) = (new Given(torch), new Given(own));
        new Parity<TLatent, TSample>(
            torch,
            own,
            (Player<TorchNetwork>(torch, "Generator"), Player<IlgpuNetwork>(own, "Generator")),
            (Player<TorchNetwork>(torch, "Discriminator"), Player<IlgpuNetwork>(own, "Discriminator")),
            (reals, latents, generatorLatents) => onTorch.Step(reals, latents, generatorLatents),
            (reals, latents, generatorLatents) => onOwn.Step(reals, latents, generatorLatents)).Run(Count);

        var (expected, actual) = (torch.AverageGeneratorState(), own.AverageGeneratorState());
        Assert.Equal(expected is null, actual is null);
        foreach (var (want, have) in (expected ?? []).PairedWith(actual ?? []))
        {
            Assert.All(Floats(want).PairedWith(Floats(have)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    private static T Player<T>(IGan gan, string name) => (T)gan.GetType().GetProperty(name)!.GetValue(gan)!;

    private static float[] Floats(NamedTensor tensor) => ((TensorValues.Float32)tensor.Values).Elements;

    /// <summary>The step on given batches, with the noise of regularisers beside, which is the same on both backends.</summary>
    private sealed class Given
    {
        private readonly IGan gan;
        private readonly MethodInfo step;
        private readonly Random random = new(4);

        public Given(IGan gan)
        {
            this.gan = gan;

            // The class that is declared emits this overload for itself, with what its schedule and regularisers draw.
            step = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Single(method => method.Name == "Step" && method.GetParameters().Length > 1);
        }

        public void Step(object reals, object latents, object generatorLatents)
        {
            var arguments = step.GetParameters().Select(parameter => parameter.Name switch
            {
                "reals" => reals,
                "latents" => latents,
                "generatorLatents" => generatorLatents,
                _ => Noise(parameter.ParameterType),
            }).ToArray();
            step.Invoke(gan, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
        }

        private object Noise(Type batch) =>
            typeof(Given).GetMethod(batch.Namespace == "GanDsl.Torch" ? nameof(OnTorch) : nameof(OnOwn), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(batch.GetGenericArguments()).Invoke(this, null)!;

        private Torch.Batch<TShape> OnTorch<TShape>()
            where TShape : struct, IShape => Torch.Batch<TShape>.From(Numbers<TShape>());

        private Batch<TShape> OnOwn<TShape>()
            where TShape : struct, IShape => Batch<TShape>.From(Numbers<TShape>(), Devices.Get("CPU"));

        private HostBatch<TShape> Numbers<TShape>()
            where TShape : struct, IShape => new(Enumerable.Range(0, Count * TShape.Elements).Select(_ => random.NextSingle()).ToArray());
    }
}
