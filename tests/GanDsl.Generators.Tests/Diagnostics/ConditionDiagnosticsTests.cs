using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0300 to GAN0304: classes, and layers that read labels.</summary>
public class ConditionDiagnosticsTests
{
    private const string WithLabels = "[From(\"label\"), Embedding(2), Concat(\"latent\"), Dense(3)]";
    private const string JudgesLabels = "[From(\"label\"), Embedding(2), Concat(\"sample\"), Dense(1)]";

    [Fact]
    public Task GAN0300_OnlyGHasClasses() => AssertReports(
        Game("Generator(latent: 2, Classes = 10)", WithLabels, "Discriminator(3)", "[Dense(1)]", "{|GAN0300:Gan<G, D>|}"),
        "'G' has 10 classes, but 'D' has none; declare both players with Classes = 10, or neither");

    [Fact]
    public Task GAN0300_OnlyDHasClasses() => AssertReports(
        Game("Generator(latent: 2)", "[Dense(3)]", "Discriminator(3, Classes = 4)", JudgesLabels, "{|GAN0300:Gan<G, D>|}"),
        "'D' has 4 classes, but 'G' has none; declare both players with Classes = 4, or neither");

    [Fact]
    public Task GAN0301_OtherNumbersOfClasses() => AssertReports(
        Game("Generator(latent: 2, Classes = 10)", WithLabels, "Discriminator(3, Classes = 4)", JudgesLabels, "{|GAN0301:Gan<G, D>|}"),
        "'G' has 10 classes, but 'D' has 4; both players take the same labels, so give them the same number");

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-3)]
    public Task GAN0302_TooFewClasses(int classes) => AssertReports(
        FormattableString.Invariant($"[{{|GAN0302:Generator(latent: 2, Classes = {classes})|}}]\n{WithLabels}\npublic sealed partial class G;"),
        FormattableString.Invariant($"Classes of 'G' is {classes}; labels tell at least 2 classes apart: write how many there are, or leave it out"));

    [Fact]
    public Task GAN0303_TheLabelIsIgnored() => AssertReports(
        "[{|GAN0303:Discriminator(3, Classes = 10)|}]\n[Dense(1)]\npublic sealed partial class D;",
        "'D' has classes, but no layer of it computes with its label; begin a branch with [From(\"label\")] or join it with [Concat(\"label\")]");

    [Fact]
    public Task GAN0303_TheLatentIsIgnored() => AssertReports(
        "[{|GAN0303:Generator(latent: 2, Classes = 10)|}]\n[From(\"label\"), Embedding(4), Dense(3)]\npublic sealed partial class G;",
        "'G' has classes, but no layer of it computes with its latent; begin a branch with [From(\"latent\")] or join it with [Concat(\"latent\")]");

    [Theory]
    [InlineData("{|GAN0304:From(\"label\")|}, Dense(1)", "Layer 0, From(\"label\"), on (N, 3): there are no labels, since [Discriminator] names no classes; "
        + "write [Discriminator(…, Classes = 10)], with as many as there are")]
    [InlineData(
        "{|GAN0304:Concat(\"label\")|}, Dense(1)",
        "there are no labels, since [Discriminator] names no classes; write [Discriminator(…, Classes = 10)], with as many as there are")]
    [InlineData(
        "{|GAN0304:Embedding(4)|}, Dense(1)",
        "there are no labels, since [Discriminator] names no classes; write [Discriminator(…, Classes = 10)], with as many as there are")]
    [InlineData(
        "{|GAN0304:OneHot|}, Dense(1)",
        "there are no labels, since [Discriminator] names no classes; write [Discriminator(…, Classes = 10)], with as many as there are")]
    [InlineData(
        "{|GAN0304:ConditionalBatchNorm|}, Dense(1)",
        "there are no labels, since [Discriminator] names no classes; write [Discriminator(…, Classes = 10)], with as many as there are")]
    [InlineData(
        "{|GAN0304:ProjectionHead|}",
        "there are no labels, since [Discriminator] names no classes; write [Discriminator(…, Classes = 10)], with as many as there are")]
    [InlineData(
        "{|GAN0304:Use<Labelled>|}, Dense(1)",
        "there are no labels, since [Discriminator] names no classes; write [Discriminator(…, Classes = 10)], with as many as there are")]
    public Task GAN0304_WithoutClasses_ThereAreNoLabels(string layers, string message) => AssertReports(
        $"[Discriminator(3)]\n[{layers}]\npublic sealed partial class D;\n\n[Block, Tap(\"in\"), From(\"label\"), Dense(3), Add(\"in\")]\n"
            + "public sealed class Labelled;",
        message);

    [Theory]
    [InlineData("Embedding(4)")]
    [InlineData("OneHot")]
    public Task GAN0304_WhatIsNoLabel_IsNotLookedUp(string layer) => AssertReports(
        $$"""
        [Discriminator(3, Classes = 10)]
        [Concat("label"), {|GAN0304:{{layer}}|}, Dense(1)]
        public sealed partial class D;
        """,
        "on (N, 13): it takes labels, which its input is not; put [From(\"label\")] before it");

    [Fact]
    public Task GAN0132_TheNamesOfWhatIsGiven_AreTaken() => AssertReports(
        "[Generator(latent: 2, Classes = 10)]\n[{|GAN0132:Tap(\"latent\")|}, Dense(3), Add(\"latent\")]\npublic sealed partial class G;",
        "every network with Classes has that name from the start; take another");

    [Theory]
    [InlineData("Embedding(0)", "features is 0; it must be at least 1")]
    public Task GAN0101_Arguments(string layer, string message) => AssertReports(
        $"[Generator(latent: 2, Classes = 10)]\n[From(\"label\"), {{|GAN0101:{layer}|}}, Concat(\"latent\")]\npublic sealed partial class G;", message);

    [Theory]
    [InlineData("ConditionalBatchNorm(0)", "eps is 0; it must be more than 0")]
    [InlineData("ConditionalBatchNorm(momentum: 1.5)", "momentum is 1.5; it must be in [0, 1]")]
    public Task GAN0101_ArgumentsOfConditionalBatchNorm(string layer, string message) => AssertReports(
        $"[Generator(latent: 2, Classes = 10)]\n[{{|GAN0101:{layer}|}}]\npublic sealed partial class G;", message);

    [Theory]
    [InlineData(
        "Discriminator(1, 4, 4, Classes = 10)",
        "{|GAN0102:ProjectionHead|}",
        "it takes flat samples (N, features); put [GlobalSumPool] or [Flatten] before it")]
    [InlineData(
        "Discriminator(16, Classes = 10)",
        "Reshape(1, 2, 2, 4), {|GAN0102:ConditionalBatchNorm|}, Flatten, Dense(1)",
        "it takes (N, features), (N, channels, length) or (N, channels, height, width); put [Reshape] before it")]
    public Task GAN0102_WhatTheyStandOn(string marker, string layers, string message) =>
        AssertReports($"[{marker}]\n[{layers}]\npublic sealed partial class D;", message);

    /// <summary>Without classes anything may be called label.</summary>
    [Fact]
    public Task GAN0130_ALabelThatIsNone() => AssertReports(
        "[Discriminator(1, 4, 4)]\n[Tap(\"label\"), Tanh, {|GAN0130:ConditionalBatchNorm|}, Flatten, Dense(1)]\npublic sealed partial class D;",
        "it reads label as rows (N, classes), but that is (N, 1, 4, 4) here; give that tap another name");

    /// <summary>A user's label named so in a network without classes is a tap like any other.</summary>
    [Fact]
    public Task WithoutClasses_TheNamesAreFree() =>
        AssertReports("[Generator(latent: 2)]\n[Dense(2), Tap(\"label\"), Dense(2), Add(\"label\")]\npublic sealed partial class G;");

    /// <summary>A block reads the label of whatever network uses it.</summary>
    [Fact]
    public Task ABlock_ReadsTheLabel() => AssertReports(
        "[Discriminator(3, Classes = 5)]\n[Use<Labelled>, Dense(1)]\npublic sealed partial class D;\n\n"
            + "[Block, Tap(\"in\"), From(\"label\"), Embedding(Width.In), Multiply(\"in\")]\npublic sealed class Labelled;");

    /// <summary>Labels of another number of classes, or where there are none, do not compile.</summary>
    [Theory]
    [InlineData("game.Step(reals, new Labels<S10>(new int[4]))", null)]
    [InlineData("game.Step(reals, new Labels<S3>(new int[4]))", "CS1503")]
    [InlineData("game.Step(reals)", "CS1501")]
    [InlineData("game.Generator.Forward(latents)", "CS7036")]
    [InlineData("plain.Step(reals, new Labels<S10>(new int[4]))", "CS7036")]
    public void LabelsAreTyped(string call, string? error)
    {
        var generation = Generation.Of(
            Examples.Conditional
                + "\n\n[Generator(latent: 3)]\n[Dense(784), Reshape(1, 28, 28)]\npublic sealed partial class PlainG;\n\n[Discriminator(1, 28, 28)]\n[Flatten, "
                + "Dense(1)]\npublic sealed partial class PlainD;\n\n[Gan<PlainG, PlainD>]\n[NonSaturating, Adam]\npublic sealed partial class Plain;\n\n"
            + "public static class User\n{\n    public static void Use(Game.Torch game, Plain.Torch plain, HostBatch<S1x28x28> reals, "
            + $"GanDsl.Torch.Batch<S100> latents) => {call};\n}}\n");

        Assert.Equal(error is null ? [] : [error], generation.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Id).Distinct());
    }

    private static string Game(string generator, string ofGenerator, string discriminator, string ofDiscriminator, string game) =>
        $"[{generator}]\n{ofGenerator}\npublic sealed partial class G;\n\n[{discriminator}]\n{ofDiscriminator}\npublic sealed partial class D;\n\n[{game}]\n"
        + "[NonSaturating, Adam]\npublic sealed partial class Game;";
}
