using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Fuzz;

/// <summary>Declarations as nobody would write them: mostly sensible arguments, some nonsense, layers in any order.</summary>
internal static partial class RandomDeclarations
{
    private static readonly Gen<string> Count = Gen.Frequency(
        (12, Text(Gen.Int[1, 9])),
        (4, Gen.OneOf("16", "64", "100")),
        (1, Gen.OneOf(
            "0", "-1", "int.MaxValue", "int.MinValue", "46341", "1 << 20", "'a'", "\"text\"", "2.5", "nameof(G)", "undefined", "3, Classes = 4",
            "3, Classes = 1")));

    private static readonly Gen<string> Real = Gen.Frequency(
        (8, Gen.OneOf("0.2", "0.5", "1e-3", "1", "0")),
        (1, Gen.OneOf(
            "-0.5", "2", "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "double.Epsilon", "double.MaxValue", "-0.0", "'a'", "null")));

    private static readonly Gen<string> Flag = Gen.Frequency((8, Gen.OneOf("true", "false")), (1, Gen.OneOf("null", "1")));

    private static readonly Gen<string> Numbers = Gen.Frequency(
        (10, Joined(Count, 1, 3)),
        (1, Joined(Count, 0, 5)),
        (1, Gen.OneOf("null", "new int[0]", "new[] { 1, 2, 3 }")));

    /// <summary>One number for both directions, or an array.</summary>
    private static readonly Gen<string> Sides = Gen.Frequency(
        (10, Text(Gen.Int[1, 4])),
        (2, Count),
        (2, Joined(Text(Gen.Int[0, 4]), 1, 3).Select(items => $"new[] {{ {items} }}")),
        (1, Gen.OneOf("null", "new int[0]", "new[] { 2, 2, 2 }", "default")));

    private static readonly Gen<string> ConvolutionArguments = Gen.Select(
        Gen.OneOf("stride", "padding", "dilation", "groups", "bias", "paddingMode", "outputPadding"), Sides, Flag,
        (name, sides, flag) => name switch
        {
            "bias" => $", bias: {flag}",
            "paddingMode" => $", paddingMode: {(sides.Length == 1 ? $"(PaddingMode){sides}" : "PaddingMode.Reflect")}",
            _ => $", {name}: {sides}",
        });

    private static readonly Gen<string> Layer = Gen.Frequency(
        (6, Gen.OneOf(
            "ReLU", "LeakyReLU", "Tanh", "Sigmoid", "BatchNorm", "Flatten", "Dropout", "SiLU", "Softplus", "Softmax", "PReLU", "LayerNorm", "InstanceNorm",
            "PixelNorm", "GlobalAvgPool", "GlobalSumPool", "Dropout2d", "GELU", "Noise", "Blur", "MinibatchStdDev", "EqualizedLearningRate")),
        (3, Count.Select(count => $"Dense({count})")),
        (2, Gen.OneOf([.. CaseFiles.Layers.Select(Gen.Const)])),
        (1, Gen.Select(Count, Flag, (count, flag) => $"Dense({count}, bias: {flag})")),
        (1, Real.Select(real => $"LeakyReLU({real})")),
        (1, Real.Select(real => $"Dropout({real})")),
        (1, Gen.Select(Real, Real, (beta, threshold) => $"Softplus({beta}, {threshold})")),
        (1, Gen.Select(Count, Real, Flag, (groups, eps, affine) => $"GroupNorm({groups}, {eps}, {affine})")),
        (1, Gen.Select(Real, Real, Flag, Flag, (eps, momentum, affine, track) => $"BatchNorm({eps}, {momentum}, {affine}, {track})")),
        (1, Gen.Select(Gen.Int[-4, 4], Gen.Int[-4, 4], (start, end) => string.Create(CultureInfo.InvariantCulture, $"Flatten({start}, {end})"))),
        (2, Numbers.Select(numbers => $"Reshape({numbers})")),
        (3, Convolution("Conv2d")),
        (3, Convolution("ConvTranspose2d")),
        (2, Gen.OneOf(
            "Tap(\"a\")", "Tap(\"b\")", "Add(\"a\")", "Concat(\"a\")", "Multiply(\"b\")", "From(\"a\")", "From(\"b\")", "Tap(null)", "Add(\"\")",
            "Tap(\"\\\"\")", "Concat(2)", "Tap(nameof(G))", "From(\"label\")", "OneHot", "ProjectionHead", "ConditionalBatchNorm",
            "ConditionalBatchNorm(0.1, 2)", "Concat(\"label\")", "Tap(\"label\")", "ToRGB(2, \"a\")", "ModulatedConv2d(2, \"label\", up: 2)")),
        (1, Count.Select(count => $"Embedding({count})")),
        (1, Sides.Select(sides => $"Upsample({sides})")),
        (1, Gen.Select(Sides, Sides, (kernel, stride) => $"AvgPool2d({kernel}, {stride})")),
        (1, Gen.Select(Sides, Sides, (kernel, stride) => $"MaxPool2d({kernel}, {stride})")),
        (1, Gen.Select(Sides, Count, (sides, count) => $"Upsample({sides}, (UpsampleMode){count})")),
        (1, Sides.Select(sides => $"AdaptiveAvgPool2d({sides})")),
        (1, Gen.Select(
            Gen.OneOf("PixelShuffle", "PixelUnshuffle", "ZeroPad2d", "ReflectionPad2d", "ConstInput", "MinibatchStdDev", "SelfAttention2d"),
            Count,
            (name, count) => $"{name}({count})")),
        (1, Gen.Select(Count, Count, Count, Count, (left, right, top, bottom) => $"ReflectionPad2d({left}, {right}, {top}, {bottom})")),
        (1, Gen.Select(Sides, Count, Count, Real, (kernel, up, down, gain) => $"Blur({kernel}, {up}, {down}, {gain})")),
        (1, Gen.Select(Count, Count, Real, (group, channels, eps) => $"MinibatchStdDev({group}, {channels}, {eps})")),
        (1, Gen.Select(Count, Count, Count, Flag, Real, (channels, kernel, up, flag, eps) =>
            $"ModulatedConv2d({channels}, \"a\", {kernel}, {up}, {flag}, {flag}, {eps})")),
        (1, Real.Select(real => $"Scale({real})")),
        (1, Real.Select(real => $"EqualizedLearningRate({real})")),
        (2, Count.Select(count => $"Use<B>({count})")),
        (1, Gen.OneOf("Use<C>", "Use<B>", "Use<C>(3)", "Use<G>", "Use<string>(2)", "Use<Undefined>", "Dense(Width.In)", "Use<B>(Width.Out)", "Block")),
        (1, Gen.OneOf("Obsolete", "Initialize(0.02)", "Initialize(double.NaN)", "Serializable", "Generator(2)", "Undefined", "Dense")));

    private static readonly Gen<string> Layers = Layer.List[0, 8].Select(layers => string.Join("\n", layers.Select(layer => $"[{layer}]")));

    private static readonly Gen<string> Modifiers = Gen.Frequency(
        (12, Gen.Const("partial class")),
        (3, Gen.OneOf("public sealed partial class", "internal partial record", "abstract partial class")),
        (1, Gen.OneOf("class", "static partial class", "file partial class", "partial struct", "partial interface")));

    private static readonly Gen<string> GameAttributes = Gen.Frequency(
        (12, Gen.OneOf(
            "[NonSaturating, Adam]",
            "[Minimax, Adam(2e-4, beta1: 0.5), Alternating]",
            "[NonSaturating, Adam, Simultaneous]",
            "[NonSaturating, Adam(player: Player.Generator), Adam(player: Player.Discriminator)]")),
        (2, Gen.Select(Real, Real, (lr, beta) => $"[NonSaturating, Adam({lr}, {beta})]")),
        (2, Gen.Select(Count, Flag, (steps, fresh) => $"[Minimax, Adam, Alternating({steps}, {fresh})]")),
        (1, Gen.OneOf(
            "", "[Adam]", "[Minimax]", "[Minimax, NonSaturating, Adam]", "[Minimax, Adam, Adam]", "[Minimax, Adam(player: (Player)7)]",
            "[Minimax, Adam, Alternating, Generator(3)]")));

    private static readonly Gen<string> Networks = Gen.Frequency(
        (12, Gen.Const("G, D")),
        (1, Gen.OneOf("D, G", "G, G", "string, object", "Undefined, D", "Game, Game", "G, int[]", "dynamic, D")));

    private const string Blocks = "[Block, Tanh, Dense(Width.Out)] class B;\n[Block, Tap(\"a\"), Use<B>(4), Dense(Width.In), Add(\"a\")] class C;\n";

    /// <summary>Two networks and a game of them. D's input is three numbers, or a picture, or nonsense.</summary>
    private static readonly Gen<string> WildGame = Gen.Select(
        Gen.Select(Count, Layers, Modifiers, (latent, layers, modifiers) => $"[Generator({latent})]\n{layers}\n{modifiers} G;\n"),
        Gen.Select(Gen.Frequency((4, Gen.OneOf("3", "1, 8, 8", "2, 4")), (1, Numbers)), Layers, Modifiers, (shape, layers, modifiers) =>
            $"[Discriminator({shape})]\n{layers}\n{modifiers} D;\n"),
        Gen.Select(Networks, GameAttributes, Modifiers, (networks, attributes, modifiers) => $"[Gan<{networks}>]\n{attributes}\n{modifiers} Game;\n"),
        (generator, discriminator, game) => $"{generator}{discriminator}{game}{Blocks}");

    /// <summary>A game that fits but for one number in it, which some other number replaces: it may fit still.</summary>
    private static readonly Gen<string> AlmostFittingGame = Gen.Select(
        Gen.Int[0, 1 << 20].Array[FittingGame.Choices], Gen.Int[0, 1 << 20], Count,
        (stream, place, replacement) =>
        {
            var game = new FittingGame(stream).Declarations;
            var numbers = Number().Matches(game);
            var number = numbers[place % numbers.Count];
            return $"{game[..number.Index]}{replacement}{game[(number.Index + number.Length)..]}";
        });

    /// <summary>Half of them from nothing, half from games that fit.</summary>
    public static readonly Gen<string> Game = Gen.OneOf(WildGame, AlmostFittingGame);

    [GeneratedRegex(@"\b[0-9]+\b")]
    private static partial Regex Number();

    private static Gen<string> Convolution(string name) => Gen.Select(
        Count, Sides, ConvolutionArguments.List[0, 3],
        (channels, kernel, arguments) => $"{name}({channels}, kernel: {kernel}{string.Concat(arguments)})");

    private static Gen<string> Text(Gen<int> numbers) => numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static Gen<string> Joined(Gen<string> items, int least, int most) => items.List[least, most].Select(list => string.Join(", ", list));
}
