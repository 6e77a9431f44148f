using GanDsl.Generators.Tests.Harness;
using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>GAN0101 to GAN0107: a layer and the shape it is given.</summary>
public class LayerDiagnosticsTests
{
    [LayerTheory]
    [InlineData("Dense(0)", "features is 0; it must be at least 1")]
    [InlineData("Dense(-3)", "features is -3; it must be at least 1")]
    [InlineData("LeakyReLU(double.NaN)", "negativeSlope is NaN; it must be finite")]
    [InlineData("LeakyReLU(double.NegativeInfinity)", "negativeSlope is -Infinity; it must be finite")]
    [InlineData("Dropout(1.5)", "p is 1.5; it must be in [0, 1]")]
    [InlineData("Dropout(double.NaN)", "p is NaN; it must be in [0, 1]")]
    [InlineData("BatchNorm(eps: 0)", "eps is 0; it must be more than 0")]
    [InlineData("BatchNorm(momentum: 1.1)", "momentum is 1.1; it must be in [0, 1]")]
    [InlineData("BatchNorm(double.PositiveInfinity)", "eps is Infinity; it must be more than 0")]
    [InlineData("LayerNorm(eps: -1)", "eps is -1; it must be more than 0")]
    [InlineData("GroupNorm(0)", "groups is 0; it must be at least 1")]
    [InlineData("GroupNorm(2, eps: 0)", "eps is 0; it must be more than 0")]
    [InlineData("InstanceNorm(double.NaN)", "eps is NaN; it must be more than 0")]
    [InlineData("PixelNorm(0)", "eps is 0; it must be more than 0")]
    [InlineData("Dropout2d(-0.5)", "p is -0.5; it must be in [0, 1]")]
    [InlineData("PReLU(init: double.NaN)", "init is NaN; it must be finite")]
    [InlineData("Softplus(0)", "beta is 0; it must be more than 0 and finite")]
    [InlineData("Softplus(1, double.PositiveInfinity)", "threshold is Infinity; it must be finite")]
    [InlineData("Reshape", "it names no dimension; name at least one")]
    [InlineData("Reshape(2, 0)", "one of (2, 0) is less than 1; every dimension must be at least 1")]
    [InlineData("Flatten(startDim: 0)", "startDim is 0, the batch, whose samples must stay apart; it must be at least 1")]
    public Task GAN0101_AnArgumentOutOfRange(string layer, string problem) => AssertOnFlat("GAN0101", layer, problem);

    [LayerTheory]
    [InlineData("Conv2d(0, 3)", "channels is 0; it must be at least 1")]
    [InlineData("Conv2d(8, 0)", "kernel is 0; it must be at least 1")]
    [InlineData("Conv2d(8, kernel: new[] { 3, -1 })", "kernel is -1; it must be at least 1")]
    [InlineData("Conv2d(8, new[] { 3, 3, 3 })", "kernel has 3 numbers; it takes one for both directions, or height and width")]
    [InlineData("Conv2d(8, new int[0])", "kernel has 0 numbers; it takes one for both directions, or height and width")]
    [InlineData("Conv2d(8, new[] { 3 }, stride: new int[0])", "stride has 0 numbers; it takes one for both directions, or height and width")]
    [InlineData("Conv2d(8, 3, stride: 0)", "stride is 0; it must be at least 1")]
    [InlineData("Conv2d(8, 3, padding: -1)", "padding is -1; it must be at least 0")]
    [InlineData("Conv2d(8, 3, dilation: 0)", "dilation is 0; it must be at least 1")]
    [InlineData("Conv2d(8, 3, groups: 0)", "groups is 0; it must be at least 1")]
    [InlineData("Conv2d(8, 3, paddingMode: (PaddingMode)4)", "paddingMode is 4; it must be one of PaddingMode's")]
    [InlineData("Upsample(0)", "scale is 0; it must be at least 1")]
    [InlineData("Upsample(new[] { 2, -1 })", "scale is -1; it must be at least 1")]
    [InlineData("AvgPool2d(0)", "kernel is 0; it must be at least 1")]
    [InlineData("AvgPool2d(2, stride: 0)", "stride is 0; it must be at least 1")]
    [InlineData("AvgPool2d(2, stride: 2, padding: -1)", "padding is -1; it must be at least 0")]
    [InlineData("AvgPool2d(3, stride: 1, padding: 2)", "padding is 2; it must be at most half the kernel, 3")]
    [InlineData("ConvTranspose2d(8, 3, stride: 0)", "stride is 0; it must be at least 1")]
    [InlineData("ConvTranspose2d(8, 3, stride: 2, outputPadding: 2)", "outputPadding is 2; it must be smaller than stride 2 or dilation 1")]
    public Task GAN0101_AConvolutionsArgumentOutOfRange(string layer, string problem) => AssertOnPicture("GAN0101", layer, problem);

    [LayerTheory]
    [InlineData("MaxPool2d(0)", "kernel is 0; it must be at least 1")]
    [InlineData("MaxPool2d(3, stride: 1, padding: 2)", "padding is 2; it must be at most half the kernel, 3")]
    [InlineData("AdaptiveAvgPool2d(0)", "outputSize is 0; it must be at least 1")]
    [InlineData("AdaptiveAvgPool2d(new[] { 1, 2, 3 })", "outputSize has 3 numbers; it takes one for both directions, or height and width")]
    [InlineData("PixelShuffle(0)", "upscaleFactor is 0; it must be at least 1")]
    [InlineData("PixelUnshuffle(-1)", "downscaleFactor is -1; it must be at least 1")]
    [InlineData("ZeroPad2d(-1)", "left is -1; it must be at least 0")]
    [InlineData("ZeroPad2d(0, -2, 0, 0)", "right is -2; it must be at least 0")]
    [InlineData("ReflectionPad2d(0, 0, -3, 0)", "top is -3; it must be at least 0")]
    [InlineData("ReflectionPad2d(0, 0, 0, -4)", "bottom is -4; it must be at least 0")]
    [InlineData("Upsample(2, (UpsampleMode)2)", "mode is 2; it must be one of UpsampleMode's")]
    [InlineData("Blur(new int[0])", "kernel has 0 numbers; it takes 1 to 16")]
    [InlineData("Blur(new[] { 1, -1 })", "kernel sums to 0; it must sum to another number, by which it is divided")]
    [InlineData("Blur(up: 0)", "up is 0; it must be at least 1")]
    [InlineData("Blur(down: -1)", "down is -1; it must be at least 1")]
    [InlineData("Blur(up: 2, down: 2)", "up is 2 and down 2; one of them must be 1")]
    [InlineData("Blur(gain: 0)", "gain is 0; it must be more than 0")]
    [InlineData("ConstInput(0)", "channels is 0; it must be at least 1")]
    [InlineData("ConstInput(1, height: 0)", "height is 0; it must be at least 1")]
    [InlineData("ConstInput(1, width: 0)", "width is 0; it must be at least 1")]
    [InlineData("MinibatchStdDev(0)", "group is 0; it must be at least 1")]
    [InlineData("MinibatchStdDev(channels: 0)", "channels is 0; it must be at least 1")]
    [InlineData("MinibatchStdDev(eps: 0)", "eps is 0; it must be more than 0")]
    [InlineData("SelfAttention2d(0)", "key is 0; it must be at least 1")]
    [InlineData("SelfAttention2d(1, 0)", "value is 0; it must be at least 1")]
    [InlineData("SelfAttention2d(1, 1, pool: 0)", "pool is 0; it must be at least 1")]
    [InlineData("ModulatedConv2d(0, \"w\")", "channels is 0; it must be at least 1")]
    [InlineData("ModulatedConv2d(1, \"w\", kernel: 0)", "kernel is 0; it must be at least 1")]
    [InlineData("ModulatedConv2d(1, \"w\", kernel: 4)", "kernel is 4; it must be odd, so that the sides stay as they are")]
    [InlineData("ModulatedConv2d(1, \"w\", up: 3)", "up is 3; it must be 1 or 2")]
    [InlineData("ModulatedConv2d(1, \"w\", eps: 0)", "eps is 0; it must be more than 0")]
    [InlineData("ToRGB(-1, \"w\")", "channels is -1; it must be at least 1")]
    [InlineData("Scale(0)", "factor is 0; it must be finite and not 0")]
    [InlineData("Scale(double.PositiveInfinity)", "factor is Infinity; it must be finite and not 0")]
    [InlineData("GELU((GeluApproximation)2)", "approximate is 2; it must be one of GeluApproximation's")]
    public Task GAN0101_OtherArgumentsOutOfRange(string layer, string problem) => AssertOnPicture("GAN0101", layer, problem);

    [LayerTheory]
    [InlineData("MaxPool2d(2)")]
    [InlineData("AdaptiveAvgPool2d(2)")]
    [InlineData("PixelShuffle(2)")]
    [InlineData("PixelUnshuffle(2)")]
    [InlineData("ZeroPad2d(1)")]
    [InlineData("ReflectionPad2d(1)")]
    [InlineData("Blur")]
    [InlineData("Noise")]
    [InlineData("SelfAttention2d")]
    [InlineData("MinibatchStdDev")]
    public Task GAN0102_WhatTakesPictures(string layer) =>
        AssertOnFlat("GAN0102", layer, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");

    [LayerTheory]
    [InlineData("Conv2d(8, 3)", "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it")]
    [InlineData("ConvTranspose2d(8, 3)", "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it")]
    [InlineData("Upsample(2)", "it takes sequences (N, channels, length) or pictures (N, channels, height, width); put [Reshape] before it")]
    [InlineData("AvgPool2d(2)", "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it")]
    [InlineData(
        "InstanceNorm",
        "it normalises by the pixels of a channel and takes (N, channels, length) or (N, channels, height, width) with more than one; use [LayerNorm] here")]
    [InlineData("Dropout2d", "it takes pictures (N, channels, height, width); use [Dropout] here")]
    [InlineData("GlobalAvgPool", "it takes sequences (N, channels, length) or pictures (N, channels, height, width); put [Reshape] before it")]
    [InlineData("GlobalSumPool", "it takes sequences (N, channels, length) or pictures (N, channels, height, width); put [Reshape] before it")]
    [InlineData("Flatten(1, 3)", "its dimensions 1 to 3 are not within 1 to 1; dimension 0 is the batch")]
    public Task GAN0102_ALayerThatWantsAnotherNumberOfDimensions(string layer, string problem) => AssertOnFlat("GAN0102", layer, problem);

    [LayerTheory]
    [InlineData("Dense(10)", "it takes flat samples (N, features); put [Flatten] before it, which outputs (N, 36)")]
    [InlineData("Softmax", "it takes flat samples (N, features); put [Flatten] before it, which outputs (N, 36)")]
    [InlineData("Flatten(3, 2)", "its dimensions 3 to 2 are not within 1 to 3; dimension 0 is the batch")]
    [InlineData("Flatten(-9)", "its dimensions -9 to -1 are not within 1 to 3; dimension 0 is the batch")]
    [InlineData("Flatten(1, 4)", "its dimensions 1 to 4 are not within 1 to 3; dimension 0 is the batch")]
    public Task GAN0102_OnAPicture(string layer, string problem) => AssertOnPicture("GAN0102", layer, problem);

    [Fact]
    public Task GAN0102_BatchNorm_TakesNoMoreThanThreeDimensions() => AssertReports(
        """
        [Discriminator(1, 2, 3, 4)]
        [{|GAN0102:BatchNorm|}, Flatten, Dense(1)]
        public sealed partial class D;
        """);

    [LayerTheory]
    [InlineData("ModulatedConv2d(2, \"w\")")]
    [InlineData("ToRGB(2, \"w\")")]
    public Task GAN0102_AModulatedConvolution_TakesPictures(string layer) => AssertReports(
        $$"""
        [Discriminator(4)]
        [Tap("w"), {|GAN0102:{{layer}}|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");

    [Fact]
    public Task GAN0130_AStyle_IsFeatures() => AssertReports(
        """
        [Discriminator(1, 4, 4)]
        [Tap("w"), {|GAN0130:ModulatedConv2d(2, "w")|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        "its style w is (N, 1, 4, 4), but a style is features (N, features); put [Tap(\"w\")] behind [Flatten] or a Dense");

    [Fact]
    public Task GAN0102_PixelNorm_TakesFeaturesSequencesOrPictures() => AssertReports(
        """
        [Discriminator(1, 2, 3, 4)]
        [{|GAN0102:PixelNorm|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        "it takes (N, features), (N, channels, length) or (N, channels, height, width); put [Reshape] before it");

    [LayerTheory]
    [InlineData("Conv2d(8, kernel: 4, stride: 2)", "leaves height ⌊(3 − 4)/2⌋ + 1 = 0; use padding 1, a smaller kernel, or remove it")]
    [InlineData("Conv2d(8, new[] { 1, 4 })", "leaves width ⌊(3 − 4)/1⌋ + 1 = 0; use padding 1, a smaller kernel, or remove it")]
    [InlineData(
        "Conv2d(8, 3, dilation: 3, padding: 1)", "leaves height ⌊(3 + 2·1 − (3·(3 − 1) + 1))/1⌋ + 1 = -1; use padding 2, a smaller kernel, or remove it")]
    [InlineData("AvgPool2d(4)", "leaves no height: its window of 4 is larger than 3; use a smaller kernel, or remove it")]
    [InlineData(
        "AvgPool2d(new[] { 2, 6 }, padding: new[] { 0, 1 })", "leaves no width: its window of 6 is larger than 3 + 2·1; use a smaller kernel, or remove it")]
    [InlineData("ConvTranspose2d(8, 1, padding: 2)", "leaves height (3 − 1)·1 − 2·2 + 1·(1 − 1) + 0 + 1 = -1; use a smaller padding or a larger kernel")]
    [InlineData("MaxPool2d(4)", "leaves no height: its window of 4 is larger than 3; use a smaller kernel, or remove it")]
    [InlineData("SelfAttention2d(1, pool: 4)", "leaves nothing to attend to: its window of 4 is larger than the 3 × 3 pixels; use a smaller pool")]
    [InlineData("Blur(down: 4)", "leaves no height: it takes each 4th of 3; use a smaller down, or remove it")]
    public Task GAN0103_AConvolutionThatLeavesNoPixels_ShowsItsArithmetic(string layer, string problem) => AssertOnPicture("GAN0103", layer, problem);

    [LayerTheory]
    [InlineData("Conv2d(8, 1, groups: 3)", "groups 3 does not divide the 4 channels of the input; use a divisor of both")]
    [InlineData("Conv2d(9, 1, groups: 2)", "groups 2 does not divide the 9 channels of the output; use a divisor of both")]
    [InlineData("ConvTranspose2d(9, 1, groups: 4)", "groups 4 does not divide the 9 channels of the output; use a divisor of both")]
    [InlineData("GroupNorm(3)", "groups 3 does not divide its 4 channels; use a divisor")]
    [InlineData("PixelShuffle(3)", "its factor's square 3·3 = 9 does not divide the 4 channels; make them a multiple of it")]
    [InlineData("PixelUnshuffle(2)", "its factor 2 does not divide the height 3; use a divisor of height and width")]
    [InlineData("SelfAttention2d", "its key 8 does not divide the 4 channels of the input; use a divisor")]
    [InlineData("SelfAttention2d(1, 3)", "its value 3 does not divide the 4 channels of the input; use a divisor")]
    [InlineData("MinibatchStdDev(channels: 3)", "its channels 3 do not divide the 4 channels of the input; use a divisor")]
    public Task GAN0104_GroupsDivideTheChannels(string layer, string problem) => AssertOnPicture("GAN0104", layer, problem);

    [LayerTheory]
    [InlineData("Reshape(35)", "has 4·3·3 = 36 elements, but 35 are asked for; the two products must be equal")]
    [InlineData("Reshape(5, 7)", "has 4·3·3 = 36 elements, but 5·7 = 35 are asked for; the two products must be equal")]
    public Task GAN0105_AReshape_KeepsTheNumberOfElements(string layer, string problem) => AssertOnPicture("GAN0105", layer, problem);

    [LayerTheory]
    [InlineData("Reshape(65536, 65536)")]
    [InlineData("Reshape(int.MaxValue, int.MaxValue, int.MaxValue)")]
    public Task GAN0105_AProductBeyondCounting_IsStillUnequal(string layer) => AssertReports(OnPicture("GAN0105", layer));

    [LayerTheory]
    [InlineData("Conv2d(1, 1, padding: 100000)")]
    [InlineData("Conv2d(1, 1, padding: int.MaxValue)")]
    [InlineData("Upsample(int.MaxValue)")]
    [InlineData("ConvTranspose2d(1, 1, stride: int.MaxValue)")]
    [InlineData("ConvTranspose2d(1, int.MaxValue)")]
    [InlineData("Conv2d(int.MaxValue, 1)")]
    [InlineData("ZeroPad2d(int.MaxValue)")]
    [InlineData("Blur(up: int.MaxValue)")]
    [InlineData("AdaptiveAvgPool2d(int.MaxValue)")]
    [InlineData("Upsample(1 << 30, UpsampleMode.Bilinear)")]
    public Task GAN0106_MoreNumbersThanCanBeCounted(string layer) => AssertReports(OnPicture("GAN0106", layer));

    [Fact]
    public Task GAN0106_MoreParametersThanCanBeCounted() => AssertReports(
        """
        [Generator(latent: 46341)]
        [{|GAN0106:Dense(46341)|}]
        public sealed partial class G;
        """);

    [LayerTheory]
    [InlineData(
        "Conv2d(8, 3, padding: 3, paddingMode: PaddingMode.Reflect)",
        "its reflected padding 3 must be smaller than the height 3; use a smaller padding or another padding mode")]
    [InlineData(
        "Conv2d(8, 3, padding: 4, paddingMode: PaddingMode.Circular)",
        "its circular padding 4 must not be larger than the height 3; use a smaller padding or another padding mode")]
    [InlineData("ReflectionPad2d(3)", "its reflected padding 3 must be smaller than the width 3; use a smaller padding, or [ZeroPad2d]")]
    [InlineData("ReflectionPad2d(0, 0, 4, 0)", "its reflected padding 4 must be smaller than the height 3; use a smaller padding, or [ZeroPad2d]")]
    public Task GAN0107_PaddingFromThePicture_IsNotLargerThanIt(string layer, string problem) => AssertOnPicture("GAN0107", layer, problem);

    public static IEnumerable<object[]> Refusals => CaseFiles.Refusals.Select(one => new object[] { one.Rule, one.Layer, one.On, one.Problem });

    [LayerTheory]
    [MemberData(nameof(Refusals))]
    public Task WhatACaseRefuses(string id, string layer, string on, string problem) => AssertReports(
        $$"""
        [Discriminator({{on}})]
        [LeakyReLU, {|{{id}}:{{layer}}|}, Flatten, Dense(1)]
        public sealed partial class D;
        """,
        problem);

    [Fact]
    public Task AMessage_SaysWhichLayer_OnWhatInput_WithWhichNumbers_AndWhatToDo() => AssertReports(
        """
        [Discriminator(1, 12, 12)]
        [Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2), Conv2d(256, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
        [{|GAN0103:Conv2d(512, kernel: 4, stride: 2)|}, LeakyReLU(0.2), Flatten, Dense(1)]
        public sealed partial class D;
        """,
        "Layer 4, Conv2d(512, kernel 4, stride 2), on (N, 256, 3, 3) leaves height ⌊(3 − 4)/2⌋ + 1 = 0; use padding 1, a smaller kernel, or remove it");

    [Fact]
    public Task TheFirstProblem_IsTheOnlyOne() => AssertReports(
        """
        [Generator(latent: 2)]
        [Dense(3)]
        [{|GAN0101:Dense(0)|}, Conv2d(0, 0), Reshape(7)]
        public sealed partial class G;

        [Discriminator(3), Dense(1)]
        public sealed partial class D;

        [Gan<G, D>, NonSaturating, Adam]
        public sealed partial class Game;
        """);

    private static Task AssertOnFlat(string id, string layer, string problem) => AssertReports(
        $$"""
        [Generator(latent: 2)]
        [Dense(36)]
        [{|{{id}}:{{layer}}|}]
        public sealed partial class G;
        """,
        problem);

    private static Task AssertOnPicture(string id, string layer, string problem) => AssertReports(OnPicture(id, layer), problem);

    private static string OnPicture(string id, string layer) =>
        $$"""
        [Discriminator(4, 3, 3)]
        [LeakyReLU, {|{{id}}:{{layer}}|}, Flatten, Dense(1)]
        public sealed partial class D;
        """;
}
