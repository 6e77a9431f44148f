using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Incremental;

/// <summary>What an edit makes the generator write again: only what it must. Both directions, so that each claim is known able to fail.</summary>
public class EditTests
{
    private static readonly string[] GFiles = ["G.Onnx.g.cs", "G.Torch.g.cs", "G.g.cs"];
    private static readonly string[] DFiles = ["D.Torch.g.cs", "D.g.cs"];
    private static readonly string[] GameFiles = ["Game.Torch.g.cs", "Game.g.cs"];

    // It shows the text that the user wrote.
    private static readonly string[] DescriptionFile = ["Game.g.cs"];

    [Fact]
    public void TheFirstRun_WritesEverything() =>
        Assert.Equal([.. DFiles, .. GFiles, .. GameFiles, "GanDsl.Shapes.g.cs", "GanDsl.TorchStart.g.cs"], Start().Reemitted);

    [Fact]
    public void EditingAComment_WritesNothing() => AssertWritesNothing(Start().Edit("// a comment", "// another,\n// longer comment"));

    [Fact]
    public void EditingAMethodBody_WritesNothing() => AssertWritesNothing(Start().Edit("=> 1;", "=> 2;"));

    [Fact]
    public void AddingAMember_WritesNothing() => AssertWritesNothing(Start().Edit("int One() => 1;", "int One() => 1; int Two() => 2;"));

    [Fact]
    public void EditingAnotherFile_WritesNothing() => AssertWritesNothing(Start().Edit("int Value;", "int Changed;"));

    [Fact]
    public void AddingAnotherFile_WritesNothing() => AssertWritesNothing(Start().Add("New.cs", "public class New;"));

    [Fact]
    public void MovingADeclarationDown_WritesNothing() =>
        AssertWritesNothing(Start().Edit("[Generator(latent: 2)]", "public class Before;\n\n[Generator(latent: 2)]"));

    [Fact]
    public void WritingAnArgumentDifferently_WritesTheCardAlone() => AssertWritesTheCardAlone(Start().Edit("Dense(3)", "Dense(features: 1 + 2)"));

    [Fact]
    public void AnotherAttributeOnANetwork_WritesTheCardAlone() =>
        AssertWritesTheCardAlone(Start().Edit("[Generator(latent: 2)]", "[Serializable, Generator(latent: 2)]"));

    [Fact]
    public void EditingALayerOfD_WritesDAndTheGame_AndNotG()
    {
        var run = Start().Edit("LeakyReLU(0.2)", "BatchNorm, LeakyReLU(0.2)");

        Assert.Equal([.. DFiles, .. GameFiles], run.Reemitted);
        run.AssertModified(TrackingNames.Networks).AssertModified(TrackingNames.Gans).AssertUntouched(TrackingNames.Target);
    }

    [Fact]
    public void EditingALayerOfG_WritesGAndTheGame_AndNotD()
    {
        var run = Start().Edit("latent: 2", "latent: 7");
        Assert.Equal([.. GFiles, .. GameFiles, "GanDsl.Shapes.g.cs"], run.Reemitted);
        run.AssertModified(TrackingNames.Networks).AssertModified(TrackingNames.Gans);
    }

    [Fact]
    public void EditingTheNameOfATap_WritesTheNetworkAndTheCard()
    {
        var run = Start().Edit("LeakyReLU(0.2)", "Tap(\"in\"), LeakyReLU(0.2), Add(\"in\")")
            .Edit("Tap(\"in\"), LeakyReLU(0.2), Add(\"in\")", "Tap(\"other\"), LeakyReLU(0.2), Add(\"other\")");

        Assert.Equal([.. DFiles, .. DescriptionFile], run.Reemitted);
        run.AssertModified(TrackingNames.Gans).AssertUntouched(TrackingNames.GanFiles);
    }

    [Fact]
    public void EditingALayerOfABlock_WritesWhatUsesIt()
    {
        var run = IncrementalRun.Of([("Block.cs", "[Block, Dense(Width.Out), Tanh, Dense(7)] public class Hidden;"), ("Main.cs", $"""
            {Examples.SmallNetworks.Replace("[Dense(1)]", "[Use<Hidden>(5), Dense(1)]", StringComparison.Ordinal)}
            {Examples.Game}
            """)]);

        Assert.Equal([.. DFiles, .. GameFiles], run.Edit("Dense(7)", "BatchNorm, Dense(7)").Reemitted);
        Assert.Equal(DescriptionFile, run.Edit("public class Hidden;", "public sealed class Hidden;").Reemitted);
    }

    [Fact]
    public void EditingALayerThatTheGamesCodeDoesNotShow_WritesTheNetworkAndTheCard()
    {
        var run = Start().Edit("LeakyReLU(0.2)", "LeakyReLU(0.1)");

        Assert.Equal([.. DFiles, .. DescriptionFile], run.Reemitted);
        run.AssertModified(TrackingNames.Gans).AssertUntouched(TrackingNames.GanFiles);
    }

    [Fact]
    public void EditingAnOptimiser_WritesTheGameAlone()
    {
        var run = Start().Edit("Adam(2e-4)", "Adam(1e-4)");

        Assert.Equal(GameFiles, run.Reemitted);
        run.AssertUntouched(TrackingNames.Networks).AssertModified(TrackingNames.Gans);
    }

    [Fact]
    public void AddingARegulariser_WritesTheGameAlone() => Assert.Equal(GameFiles, Start().Edit("NonSaturating,", "NonSaturating, R1(10),").Reemitted);

    [Fact]
    public void EditingARegulariser_WritesTheGameAlone()
    {
        var run = Start().Edit("NonSaturating,", "NonSaturating, R1(10),").Edit("R1(10)", "R1(5)");

        Assert.Equal(GameFiles, run.Reemitted);
        run.AssertUntouched(TrackingNames.Networks).AssertModified(TrackingNames.Gans);
    }

    [Fact]
    public void EditingAnObjectivesArgument_WritesTheGameAlone() =>
        Assert.Equal(GameFiles, Start().Edit("NonSaturating,", "NonSaturating(0.1),").Edit("NonSaturating(0.1)", "NonSaturating(0.2)").Reemitted);

    /// <summary>The function stands in a file that the game's own does not name: its value is what is compared.</summary>
    [Fact]
    public void EditingADivergencesFunction_InAnotherFile_WritesTheGameAlone()
    {
        var before = Start().Edit("NonSaturating,", "CustomDivergence(typeof(Other)),")
            .Edit("public int Value;", "/* one */ public static double F(double u) => u * Math.Log(u);");
        Assert.Equal(GameFiles, before.Reemitted);

        AssertWritesNothing(before.Edit("/* one */", "/* another */"));
        AssertWritesNothing(before.Edit("u * Math.Log(u)", "(u*Math.Log(u))"));
        var run = before.Edit("u * Math.Log(u)", "-Math.Log(u)");
        Assert.Equal(["Game.Torch.g.cs"], run.Reemitted);
        run.AssertUntouched(TrackingNames.Networks).AssertModified(TrackingNames.Gans);
        run.Now.AssertCompilesCleanly();
    }

    [Fact]
    public void EditingTheSchedule_WritesTheGameAlone() => Assert.Equal(GameFiles, Start().Edit("NonSaturating,", "NonSaturating, Alternating(2),").Reemitted);

    [Fact]
    public void BreakingALayer_TakesTheFilesBehindItAway_AndTheOthersStay()
    {
        var run = Start().Edit("Dense(4)", "Dense(0)");

        Assert.Equal([.. DFiles, "GanDsl.Shapes.g.cs", "GanDsl.TorchStart.g.cs"], run.Now.Sources.Keys);
        Assert.Equal(["GanDsl.Shapes.g.cs"], run.Reemitted);
    }

    [Fact]
    public void InAGameOverTwoPairs_EditingTheSecondDiscriminator_WritesItAndTheGame_AndACommentNothing()
    {
        string[] judge = ["E.Torch.g.cs", "E.g.cs"];
        var game = IncrementalRun.Of([("Game.cs", "// a comment\n" + Examples.CycleGan)]).Edit("every: 4", "every: 5");
        Assert.Equal(GameFiles, game.Reemitted);
        Assert.Equal([.. judge, .. GameFiles, "GanDsl.Shapes.g.cs"], game.Edit("Conv2d(1, kernel: 3)]", "Conv2d(1, kernel: 2)]").Reemitted);
        AssertWritesNothing(game.Edit("// a comment", "// another"));
    }

    [Fact]
    public void AnotherGame_LeavesTheFirstAlone()
    {
        var run = Start().Add("Second.cs", "namespace Second { [Gan<G, D>, Minimax, Adam] public sealed partial class Game; }");

        Assert.Equal(["Second.Game.Torch.g.cs", "Second.Game.g.cs"], run.Reemitted);
    }

    private static void AssertWritesNothing(IncrementalRun run)
    {
        Assert.Empty(run.Reemitted);
        run.AssertUntouched(TrackingNames.Networks, TrackingNames.Gans);
        run.Now.AssertCompilesCleanly();
    }

    private static void AssertWritesTheCardAlone(IncrementalRun run)
    {
        Assert.Equal(DescriptionFile, run.Reemitted);
        run.AssertUntouched(TrackingNames.Networks, TrackingNames.GanFiles);
        run.Now.AssertCompilesCleanly();
    }

    private static IncrementalRun Start() => IncrementalRun.Of(
    [
        ("G.cs", """
            // a comment
            [Generator(latent: 2)]
            [Dense(4), ReLU]
            [Dense(3)]
            public sealed partial class G
            {
                public int One() => 1;
            }
            """),
        ("D.cs", """
            [Discriminator(3)]
            [Dense(8), LeakyReLU(0.2), Dense(1)]
            public sealed partial class D;
            """),
        ("Game.cs", """
            [Gan<G, D>]
            [NonSaturating, Adam(2e-4)]
            public sealed partial class Game;
            """),
        ("Other.cs", "public class Other { public int Value; }"),
    ]);
}
