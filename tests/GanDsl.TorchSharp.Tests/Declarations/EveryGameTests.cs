using System.Globalization;
using System.Reflection;
using GanDsl.Declared;
using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>
/// The step by hand of every game of one pair that this project declares: from the same weights, noise and data, both players' gradients in float64 are those of generated code in float32, relative to the largest of the
/// player's. Weights are taken over before each step, and D's before G's move, so that nothing is compared behind an optimiser.
/// </summary>
public class EveryGameTests
{
    private const int Steps = 4;
    private const int Count = 12;
    private const double Tolerance = 1e-4;

    private static readonly Dictionary<string, Type> All = typeof(EveryGameTests).Assembly.GetTypes()
        .Where(type => type.GetCustomAttributes().Any(attribute => attribute.GetType() is { IsGenericType: true } marker && marker.GetGenericTypeDefinition() == typeof(GanAttribute<,>)))
        .Where(type => type.GetNestedType("Torch") is not null)
        .ToDictionary(type => type.FullName!);

    // What draws in its passes has no reference.
    private static readonly string[] Drawing = [.. All.Where(game => DeclaredGame.Of(game.Value) is var declared && (DeclaredNames.Draws(declared.Generator) || DeclaredNames.Draws(declared.Discriminator))).Select(game => game.Key)];

    public static TheoryData<string> Games => [.. All.Keys.Except(Drawing)];

    [Fact]
    public void FewGamesDrawInTheirPasses() => Assert.InRange(Drawing.Length, 1, All.Count / 20);

    [Theory]
    [MemberData(nameof(Games))]
    public void GradientsOfBothPlayers_AreThoseOfGeneratedCode(string name)
    {
        using var scope = NewDisposeScope();
        using var gan = (IGan)Activator.CreateInstance(All[name].GetNestedType("Torch")!, 1L, CPU)!;
        var game = DeclaredGame.Of(All[name]);
        using var generator = new DeclaredNetwork(game.Generator);
        using var discriminator = new DeclaredNetwork(game.Discriminator);
        var (ofGenerator, ofDiscriminator) = (Network(gan, "Generator"), Network(gan, "Discriminator"));
        var step = new DeclaredStep(game, generator, discriminator);
        var moves = 0;
        for (var i = 0; i < Steps; i++)
        {
            generator.Load(ofGenerator.State());
            discriminator.Load(ofDiscriminator.State());
            var batch = Batch(gan, game, generator, discriminator);
            Play(gan, batch);
            var after = ofDiscriminator.State().ToDictionary(tensor => tensor.Name);
            step.Play(
                batch,
                () =>
                {
                    AssertSame(discriminator, ofDiscriminator, $"{name}, step {i + 1}, D");
                    using var untracked = no_grad();
                    foreach (var (parameter, value) in discriminator.named_parameters()) value.copy_(tensor(((TensorValues.Float32)after[parameter].Values).Elements, value.shape));
                },
                () =>
                {
                    moves++;
                    AssertSame(generator, ofGenerator, $"{name}, step {i + 1}, G");
                });
            foreach (var (network, generated) in new[] { (generator, ofGenerator), (discriminator, ofDiscriminator) })
            {
                foreach (var (buffer, value) in generated.NamedBuffers) Values.AssertClose(network.named_buffers().Single(one => one.name == buffer).buffer, value, Tolerance, $"{name}, step {i + 1}, {buffer}");
            }
        }

        Assert.True(moves > 0, "G has not moved.");
    }

    private static void AssertSame(DeclaredNetwork declared, TorchNetwork generated, string what)
    {
        var gradients = declared.named_parameters().ToDictionary(one => one.name, one => one.parameter.grad);
        var scale = gradients.Values.Max(gradient => gradient?.abs().max().item<double>() ?? 0);
        foreach (var (name, value) in generated.NamedGradients)
        {
            var difference = (gradients[name] is { } gradient ? gradient - value : value.to(ScalarType.Float64)).abs().max().item<double>();
            Assert.True(difference <= Tolerance * scale, string.Create(CultureInfo.InvariantCulture, $"{what}.{name}: the gradient differs by {difference / scale:E2} of the player's largest."));
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
        var given = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name == "Step").MaxBy(method => method.GetParameters().Length)!;
        given.Invoke(gan, BindingFlags.DoNotWrapExceptions, null, [.. given.GetParameters().Select(parameter => Activator.CreateInstance(parameter.ParameterType, parameter.Name switch
        {
            "reals" => batch.Reals,
            "labels" => batch.Labels!.data<long>().ToArray().Select(label => (int)label).ToArray(),
            "latents" or "sources" => batch.Latents,
            "generatorLatents" => batch.GeneratorLatents,
            "interpolation" => batch.Interpolation,
            "perturbation" => batch.Perturbation,
            "realAugmentation" => batch.Augmentation![0],
            "fakeAugmentation" => batch.Augmentation![1],
            "generatorAugmentation" => batch.Augmentation![2],
            var other => throw new InvalidOperationException(other),
        }))], CultureInfo.InvariantCulture);
    }

    private static TorchNetwork Network(IGan gan, string player) => (TorchNetwork)gan.GetType().GetProperty(player)!.GetValue(gan)!;
}
