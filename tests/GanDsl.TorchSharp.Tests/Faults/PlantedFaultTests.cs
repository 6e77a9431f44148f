using GanDsl.Declared;
using GanDsl.Faults;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Parity;
using GanDsl.Tests.Torch.Games;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Faults;

/// <summary>Tests of the parity tests: a game whose emitted text has a mistake does not pass, and the message says which tensor or move is wrong.</summary>
/// <param name="output">Is told by how much.</param>
[Trait("Category", "Parity")]
public class PlantedFaultTests(ITestOutputHelper output)
{
    private const int Count = 8;

    private static readonly IReadOnlyDictionary<string, FaultyGame> Games = FaultyGames.On(Packages.Torch);

    public static TheoryData<string> Sound => [.. Games.Keys];

    public static TheoryData<string> Faults => [.. EmittedFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Sound))]
    public void WithoutAFault_AGameIsPlayedAsDeclared(string game) => Play(Games[game].Compile());

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFault_IsCaught(string name)
    {
        var fault = EmittedFaults.All.Single(planted => planted.Name == name);
        var declaration = Games[fault.Game].Compile(fault);

        var caught = Assert.Throws<ParityException>(() => Play(declaration));

        output.WriteLine(caught.Message);
        Assert.Contains($", {fault.Caught}: ", caught.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdamByItsFormula_IsNoFault() => Play(Games[FaultyGames.Points].Compile(EmittedFaults.AdamByFormula));

    [Fact]
    public void AFaultThatTheEmittedTextHasNoPlaceFor_IsNoFault()
    {
        var fault = EmittedFaults.All[0];

        var refused = Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { Text = "LeakyReLUBackInPlace(gradient, x0, 0.3)" }));
        Assert.Contains("stands 0 times in D.Torch.g.cs of Points, and should 1 times", refused.Message, StringComparison.Ordinal);
        Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { Times = 2 }));
        Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { Planted = fault.Text }));
        Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { File = "D.Other.g.cs" }));
    }

    [Theory]
    [MemberData(nameof(Probes))]
    public void Probe(string name)
    {
        var fault = Probing.Single(one => one.Name == name);
        string message;
        try { Play(Games[fault.Game].Compile(fault)); message = "NOT CAUGHT"; }
        catch (ParityException e) { message = e.Message; }
        File.AppendAllText("/tmp/faults_probe.log", name + ": " + message + "\n");
    }

    public static TheoryData<string> Probes => [.. Probing.Select(fault => fault.Name)];

    private static readonly PlantedFault[] Probing =
    [
        new("BatchNormBackEps", "Pictures", "G.Torch.g.cs", "inverseDeviation2, eps: 1E-05", "inverseDeviation2, eps: 1E-03", ""),
        new("DrawnLatentsReused", "Points", "Game.Torch.g.cs", "using var generatorLatents = Noise(reals.Count);", "var generatorLatents = latents;", ""),
        new("Beta2", "Points", "Game.Torch.g.cs", "beta2=0.999", "beta2=0.9991", "") { Times = 2 },
        new("AdamEps", "Points", "Game.Torch.g.cs", "eps=1E-08", "eps=1E-07", "") { Times = 2 },
        new("AdamEps2", "Points", "Game.Torch.g.cs", "eps=1E-08", "eps=2E-08", "") { Times = 2 },
        new("HalfLife01Percent", "Averaged", "Game.Torch.g.cs", "halfLifeImages: 100,", "halfLifeImages: 100.1,", ""),
        new("Slope01Percent", "Points", "D.Torch.g.cs", "LeakyReLUBackInPlace(gradient, x0, 0.2)", "LeakyReLUBackInPlace(gradient, x0, 0.2002)", ""),
        new("Slope0001Percent", "Points", "D.Torch.g.cs", "LeakyReLUBackInPlace(gradient, x0, 0.2)", "LeakyReLUBackInPlace(gradient, x0, 0.200002)", ""),
        new("PenaltyEps", "WganGp", "Game.Torch.g.cs", "squares.add(Number(1E-12))", "squares.add(Number(1E-8))", ""),
        new("PenaltyEps6", "WganGp", "Game.Torch.g.cs", "squares.add(Number(1E-12))", "squares.add(Number(1E-6))", ""),
        new("ReportedLoss", "Points", "Game.Torch.g.cs", "LossOnReal(double logit) => Softplus(-logit)", "LossOnReal(double logit) => Softplus(logit)", ""),
        new("BatchNormEps1Percent", "Pictures", "G.Torch.g.cs", "eps: 1E-05", "eps: 1.01E-05", "") { Times = 3 },
        new("EvalMomentum", "Pictures", "G.Torch.g.cs", "weight2[pass], bias2[pass], eps: 1E-05, momentum: 0.1", "weight2[pass], bias2[pass], eps: 1E-05, momentum: 0.11", ""),
        new("WeightDecay01Percent", "WganGp", "Game.Torch.g.cs", "weight_decay=0.1,", "weight_decay=0.1001,", "") { Times = 2 },
        new("Lr01Percent", "Points", "Game.Torch.g.cs", "LearningRateCurve(0.0002)", "LearningRateCurve(0.0002002)", "") { Times = 2 },
    ];

    private static void Play(Type declaration)
    {
        var threads = get_num_threads();
        set_num_threads(1);
        try
        {
            var players = DeclaredGame.Of(declaration);
            using var generator = new DeclaredNetwork(players.Generator);
            using var discriminator = new DeclaredNetwork(players.Discriminator);
            using var source = new DrawSource(Count, Sizes(generator.InputShape), Sizes(discriminator.InputShape));
            var game = TestGame.Of((IGan)Activator.CreateInstance(declaration.GetNestedType("Torch")!, 1L, CPU)!);
            using var parity = new StepParity(game, (type, _) => new DeclaredPlay(declaration, type), source.Next, Count);
            parity.Play(steps: 10);
        }
        finally
        {
            set_num_threads(threads);
        }

        static long[] Sizes(IReadOnlyList<int> shape) => [.. shape.Select(size => (long)size)];
    }
}
