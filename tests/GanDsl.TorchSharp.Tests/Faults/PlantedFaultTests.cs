using GanDsl.Declared;
using GanDsl.Faults;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Parity;
using GanDsl.Tests.Torch.Games;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Faults;

/// <summary>Tests of the parity tests: a game whose emitted text has a mistake does not pass, and the message says which tensor or update is wrong.</summary>
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
    public void LatentsDrawnOnceForBothPlayers_AreCaught_WhereAStepThatDrawsIsPlayedOnTheSameDraws()
    {
        Assert.Equal(StateAfterAStep(draws: true), StateAfterAStep(draws: false));
        Assert.NotEqual(StateAfterAStep(draws: true, EmittedFaults.LatentsDrawnOnce), StateAfterAStep(draws: false, EmittedFaults.LatentsDrawnOnce));
    }

    [Fact]
    public void AFaultThatTheEmittedTextHasNoPlaceFor_IsNoFault()
    {
        var fault = EmittedFaults.All[0];

        var refused = Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { Text = "LeakyReLUBackwardInPlace(gradient, x0, 0.3)" }));
        Assert.Contains("stands 0 times in D.Torch.g.cs of Points, and should 1 times", refused.Message, StringComparison.Ordinal);
        Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { Times = 2 }));
        Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { Planted = fault.Text }));
        Assert.Throws<FaultException>(() => Games[fault.Game].Compile(fault with { File = "D.Other.g.cs" }));
    }

    private static float[] StateAfterAStep(bool draws, params PlantedFault[] faults)
    {
        using var scope = NewDisposeScope();
        using var source = new DrawSource(Count, [8], [2]);
        using var game = NewGame(Games[FaultyGames.Points].Compile(faults));
        var given = source.Next();
        if (draws) game.Gan.Step(given.Reals.data<float>().ToArray());
        else game.Step(given with { Latents = Noise(), GeneratorLatents = Noise() });
        return [.. game.State().Values.SelectMany(values => values.data<float>().ToArray())];

        Tensor Noise() => tensor(game.Gan.Noise(Count), [Count, 8]);
    }

    private static TestGame NewGame(Type declaration) => TestGame.Of((IGan)Activator.CreateInstance(declaration.GetNestedType("Torch")!, 1L, CPU)!);

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
            using var parity = new StepParity(NewGame(declaration), (type, run) => new DeclaredPlay(declaration, type, run), source.Next, Count);
            parity.Play(steps: 10);
        }
        finally
        {
            set_num_threads(threads);
        }

        static long[] Sizes(IReadOnlyList<int> shape) => [.. shape.Select(size => (long)size)];
    }
}
