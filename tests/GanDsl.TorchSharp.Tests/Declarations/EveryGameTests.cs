using System.Globalization;
using System.Reflection;
using GanDsl.Declared;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>
/// The step by hand of every game that this project declares: from the same weights, noise and data, the players' gradients in float64 are those of generated
/// code in float32, relative to the largest of the
/// player's. Weights are taken over before each step, and D's before G's update, so that nothing is compared behind an optimiser.
/// </summary>
public class EveryGameTests
{
    private const int Steps = 4;
    private const int Count = 12;
    private const double Tolerance = 1e-4;

    private static readonly Dictionary<string, DeclaredGame> All = typeof(EveryGameTests).Assembly.GetTypes()
        .Where(type => DeclaredGame.IsDeclaredBy(type) && type.GetNestedType("Torch") is not null)
        .ToDictionary(type => type.FullName!, DeclaredGame.Of);

    // What draws in its passes has no reference.
    private static readonly string[] Drawing =
        [.. All.Where(game => DeclaredNames.Draws(game.Value.Generator) || DeclaredNames.Draws(game.Value.Discriminator)).Select(game => game.Key)];

    public static TheoryData<string> Games => [.. All.Where(game => game.Value.Inverse is null).Select(game => game.Key).Except(Drawing)];

    public static TheoryData<string> GamesOverTwoPairs => [.. All.Where(game => game.Value.Inverse is not null).Select(game => game.Key)];

    [Fact]
    public void FewGamesDrawInTheirPasses() => Assert.InRange(Drawing.Length, 1, All.Count / 20);

    [Theory]
    [MemberData(nameof(Games))]
    public void GradientsOfBothPlayers_AreThoseOfGeneratedCode(string name)
    {
        using var scope = NewDisposeScope();
        var game = All[name];
        using var gan = New(name);
        using var generator = new DeclaredNetwork(game.Generator);
        using var discriminator = new DeclaredNetwork(game.Discriminator);
        Duel[] duels = [new(generator, Network(gan, "Generator"), "G"), new(discriminator, Network(gan, "Discriminator"), "D")];
        var step = new DeclaredStep(game, generator, discriminator);
        var moves = 0;
        for (var i = 0; i < Steps; i++)
        {
            var batch = Batch(gan, game, generator, discriminator);
            Begin(duels);
            Play(gan, batch);
            step.Play(batch, () => Moved(duels[1..]), () => moves += Compared(duels[..1]));
            AssertSameBuffers(duels);
        }

        Assert.True(moves > 0, "G has not moved.");
    }

    [Theory]
    [MemberData(nameof(GamesOverTwoPairs))]
    public void GradientsOfAllFourNetworks_AreThoseOfGeneratedCode(string name)
    {
        using var scope = NewDisposeScope();
        var game = All[name];
        using var gan = New(name);
        Type[] players = [game.Generator, game.Inverse!.Value.Generator, game.Discriminator, game.Inverse.Value.Discriminator];
        DeclaredNetwork[] networks = [.. players.Select(network => new DeclaredNetwork(network))];
        string[] members = ["Generator", "InverseGenerator", "Discriminator", "InverseDiscriminator"];
        Duel[] duels = [.. members.Select((member, i) => new Duel(networks[i], Network(gan, member), member))];
        var step = new DeclaredTwoPairStep(game, new DeclaredSide(game, networks[0], networks[2]), new DeclaredSide(game, networks[1], networks[3]));
        var moves = 0;
        for (var i = 0; i < Steps; i++)
        {
            var batch = Batch(gan, game, networks[0], networks[2]);
            Begin(duels);
            Play(gan, batch);
            step.Play(batch.Reals, batch.Latents, () => Moved(duels[2..]), () => moves += Compared(duels[..2]));
            AssertSameBuffers(duels);
        }

        Assert.True(moves > 0, "The generators have not moved.");
        foreach (var network in networks) network.Dispose();
    }

    private sealed record Duel(DeclaredNetwork Declared, TorchNetwork Generated, string Name);

    private static IGan New(string name) => (IGan)Activator.CreateInstance(All[name].Declaration.GetNestedType("Torch")!, 1L, CPU)!;

    private static void Begin(IEnumerable<Duel> duels)
    {
        foreach (var duel in duels) duel.Declared.Load(duel.Generated.State());
    }

    private static int Compared(IEnumerable<Duel> duels)
    {
        foreach (var duel in duels) AssertSame(duel);
        return 1;
    }

    // Generated code has moved them by now; what they remember of passes is the reference's own.
    private static void Moved(IReadOnlyList<Duel> duels)
    {
        Compared(duels);
        using var untracked = no_grad();
        foreach (var duel in duels)
        {
            var after = duel.Generated.NamedParameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
            foreach (var (parameter, value) in duel.Declared.named_parameters()) value.copy_(after[parameter]);
        }
    }

    private static void AssertSameBuffers(IEnumerable<Duel> duels)
    {
        foreach (var duel in duels)
        {
            var own = duel.Declared.named_buffers().ToDictionary(buffer => buffer.name, buffer => buffer.buffer);
            foreach (var (buffer, value) in duel.Generated.NamedBuffers) Values.AssertClose(own[buffer], value, Tolerance, $"{duel.Name}.{buffer}");
        }
    }

    private static void AssertSame(Duel duel)
    {
        var gradients = duel.Declared.named_parameters().ToDictionary(one => one.name, one => one.parameter.grad);
        var scale = gradients.Values.Max(gradient => gradient?.abs().max().item<double>() ?? 0);
        foreach (var (name, value) in duel.Generated.NamedGradients)
        {
            var difference = (gradients[name] is { } gradient ? gradient - value : value.to(ScalarType.Float64)).abs().max().item<double>();
            Assert.True(
                difference <= Tolerance * scale,
                string.Create(CultureInfo.InvariantCulture, $"{duel.Name}.{name}: the gradient differs by {difference / scale:E2} of the network's largest."));
        }
    }

    private static DeclaredBatch Batch(IGan gan, DeclaredGame game, DeclaredNetwork generator, DeclaredNetwork discriminator)
    {
        long[] latent = [Count, .. generator.InputShape.Select(size => (long)size)];
        long[] sample = [Count, .. discriminator.InputShape.Select(size => (long)size)];
        return new DeclaredBatch(Values.Normal(sample).tanh(), Latents())
        {
            GeneratorLatents = Latents(),
            Labels = arange(Count, dtype: ScalarType.Int64).square() % Math.Max(1, generator.Classes),
            Interpolation = Values.Normal(Count, 1).sigmoid(),
            Perturbation = Values.Normal(sample).sigmoid(),
            Augmentation = [.. Enumerable.Range(0, 3).Select(_ => Values.Normal(Count, AugmentationDraws.Elements).sigmoid())],
        };

        // A game's own noise has its codes.
        Tensor Latents() => game.IsOfNoise ? tensor(gan.Noise(Count), latent) : Values.Normal(latent);
    }

    // The overload that is given all that it would draw.
    private static void Play(IGan gan, DeclaredBatch batch)
    {
        var given = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name == "Step")
            .MaxBy(method => method.GetParameters().Length)!;
        object?[] batches = [.. given.GetParameters().Select(parameter => Activator.CreateInstance(parameter.ParameterType, Value(parameter.Name!)))];
        given.Invoke(gan, BindingFlags.DoNotWrapExceptions, null, batches, CultureInfo.InvariantCulture);

        object? Value(string name) => name switch
        {
            "reals" => batch.Reals,
            "labels" => new ReadOnlyMemory<int>([.. batch.Labels!.data<long>().ToArray().Select(label => (int)label)]),
            "latents" or "sources" => batch.Latents,
            "generatorLatents" => batch.GeneratorLatents,
            "interpolation" => batch.Interpolation,
            "perturbation" => batch.Perturbation,
            "realAugmentation" => batch.Augmentation![0],
            "fakeAugmentation" => batch.Augmentation![1],
            "generatorAugmentation" => batch.Augmentation![2],
            var other => throw new InvalidOperationException(other),
        };
    }

    private static TorchNetwork Network(IGan gan, string player) => (TorchNetwork)gan.GetType().GetProperty(player)!.GetValue(gan)!;
}
