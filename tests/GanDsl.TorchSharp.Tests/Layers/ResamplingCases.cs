using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using TorchMode = TorchSharp.torch.UpsampleMode;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Upsample(2, UpsampleMode.Bilinear), ReLU]
internal sealed partial class UpsampleBilinearTwice;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Upsample(new[] { 3, 1 }, UpsampleMode.Bilinear), Upsample(new[] { 1, 4 }, UpsampleMode.Bilinear)]
internal sealed partial class UpsampleBilinearUnevenly;

[Generator(latent: 60)]
[Reshape(3, 4, 5), MaxPool2d(2)]
internal sealed partial class MaxPoolByDefault;

[Generator(latent: 60)]
[Reshape(3, 4, 5), MaxPool2d(3, stride: 2, padding: 1)]
internal sealed partial class MaxPoolOverlapping;

[Generator(latent: 60)]
[Reshape(3, 4, 5), MaxPool2d(new[] { 2, 3 }, new[] { 1, 2 }, new[] { 1, 0 }), ReLU]
internal sealed partial class MaxPoolOfEveryArgument;

[Generator(latent: 72)]
[Reshape(3, 4, 6), AdaptiveAvgPool2d(2)]
internal sealed partial class AdaptiveAvgPoolOfAWhole;

[Generator(latent: 105)]
[Reshape(3, 5, 7), AdaptiveAvgPool2d(new[] { 3, 4 }), ReLU]
internal sealed partial class AdaptiveAvgPoolUnevenly;

[Generator(latent: 60)]
[Reshape(3, 4, 5), AdaptiveAvgPool2d(new[] { 7, 5 }), ReLU]
internal sealed partial class AdaptiveAvgPoolToMorePixels;

[Generator(latent: 72)]
[Reshape(12, 2, 3), PixelShuffle(2), ReLU]
internal sealed partial class PixelShuffleTwice;

[Generator(latent: 72)]
[Reshape(9, 2, 4), Conv2d(9, kernel: 1), PixelShuffle(1), Tanh, PixelShuffle(3)]
internal sealed partial class PixelShuffleByOne;

[Generator(latent: 72)]
[Reshape(3, 4, 6), PixelUnshuffle(2), ReLU, PixelUnshuffle(1), Tanh]
internal sealed partial class PixelUnshuffleTwice;

[Generator(latent: 60)]
[Reshape(3, 4, 5), ZeroPad2d(2)]
internal sealed partial class ZeroPadEverywhere;

[Generator(latent: 60)]
[Reshape(3, 4, 5), ZeroPad2d(1, 0, 3, 2), ReLU]
internal sealed partial class ZeroPadOfEverySide;

[Generator(latent: 60)]
[Reshape(3, 4, 5), ReflectionPad2d(3)]
internal sealed partial class ReflectionPadEverywhere;

[Generator(latent: 60)]
[Reshape(3, 4, 5), ReflectionPad2d(1, 4, 3, 0), ReLU]
internal sealed partial class ReflectionPadOfEverySide;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Blur]
internal sealed partial class BlurByDefault;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Blur(up: 2), ReLU]
internal sealed partial class BlurUp;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Blur(new[] { 1, 2, 1 }, down: 2)]
internal sealed partial class BlurDown;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Blur(new[] { 1, 2, -4, 5, 3 }, up: 3, gain: 1.5), Blur(new[] { 2, 1 }, down: 3, gain: 0.5)]
internal sealed partial class BlurOfEveryArgument;

/// <summary>NVlabs' upfirdn2d.py.</summary>
internal sealed class Upfirdn(long[] kernel, int up = 1, int down = 1, double gain = 1) : Module<Tensor, Tensor>(nameof(Upfirdn))
{
    public override Tensor forward(Tensor input) => PlainLayers.Upfirdn(input, kernel, up, down, gain);
}

/// <summary>What makes pictures larger or smaller, filters them or moves their pixels.</summary>
internal static class ResamplingCases
{
    public static IReadOnlyDictionary<string, LayerCase> All { get; } = new Dictionary<string, LayerCase>
    {
        [nameof(UpsampleBilinearTwice)] = new(60, () => new UpsampleBilinearTwice.Torch(1), () =>
            Sequential(Unflatten(1, [3, 4, 5]), Upsample(scale_factor: [2, 2], mode: TorchMode.Bilinear), ReLU())),
        [nameof(UpsampleBilinearUnevenly)] = new(60, () => new UpsampleBilinearUnevenly.Torch(1), () =>
            Sequential(
                Unflatten(1, [3, 4, 5]), Upsample(scale_factor: [3, 1], mode: TorchMode.Bilinear), Upsample(scale_factor: [1, 4], mode: TorchMode.Bilinear))),
        [nameof(MaxPoolByDefault)] = new(60, () => new MaxPoolByDefault.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), MaxPool2d(2))),
        [nameof(MaxPoolOverlapping)] = new(60, () => new MaxPoolOverlapping.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), MaxPool2d(3, 2, 1))),
        [nameof(MaxPoolOfEveryArgument)] = new(
            60, () => new MaxPoolOfEveryArgument.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), MaxPool2d((2, 3), (1, 2), (1, 0)), ReLU())),
        [nameof(AdaptiveAvgPoolOfAWhole)] = new(
            72, () => new AdaptiveAvgPoolOfAWhole.Torch(1), () => Sequential(Unflatten(1, [3, 4, 6]), AdaptiveAvgPool2d(2))),
        [nameof(AdaptiveAvgPoolUnevenly)] = new(
            105, () => new AdaptiveAvgPoolUnevenly.Torch(1), () => Sequential(Unflatten(1, [3, 5, 7]), AdaptiveAvgPool2d([3, 4]), ReLU())),
        [nameof(AdaptiveAvgPoolToMorePixels)] = new(
            60, () => new AdaptiveAvgPoolToMorePixels.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), AdaptiveAvgPool2d([7, 5]), ReLU())),
        [nameof(PixelShuffleTwice)] = new(72, () => new PixelShuffleTwice.Torch(1), () => Sequential(Unflatten(1, [12, 2, 3]), PixelShuffle(2), ReLU())),
        [nameof(PixelShuffleByOne)] = new(
            72, () => new PixelShuffleByOne.Torch(1), () => Sequential(Unflatten(1, [9, 2, 4]), Conv2d(9, 9, 1L), PixelShuffle(1), Tanh(), PixelShuffle(3))),
        [nameof(PixelUnshuffleTwice)] = new(
            72, () => new PixelUnshuffleTwice.Torch(1), () => Sequential(Unflatten(1, [3, 4, 6]), PixelUnshuffle(2), ReLU(), PixelUnshuffle(1), Tanh())),
        [nameof(ZeroPadEverywhere)] = new(60, () => new ZeroPadEverywhere.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), ZeroPad2d(2))),
        [nameof(ZeroPadOfEverySide)] = new(
            60, () => new ZeroPadOfEverySide.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), ZeroPad2d((1, 0, 3, 2)), ReLU())),
        [nameof(ReflectionPadEverywhere)] = new(60, () => new ReflectionPadEverywhere.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), ReflectionPad2d(3))),
        [nameof(ReflectionPadOfEverySide)] = new(
            60, () => new ReflectionPadOfEverySide.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), ReflectionPad2d((1, 4, 3, 0)), ReLU())),
        [nameof(BlurByDefault)] = new(60, () => new BlurByDefault.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), new Upfirdn([1, 3, 3, 1]))),
        [nameof(BlurUp)] = new(60, () => new BlurUp.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), new Upfirdn([1, 3, 3, 1], up: 2), ReLU())),
        [nameof(BlurDown)] = new(60, () => new BlurDown.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), new Upfirdn([1, 2, 1], down: 2))),
        [nameof(BlurOfEveryArgument)] = new(60, () => new BlurOfEveryArgument.Torch(1), () =>
            Sequential(Unflatten(1, [3, 4, 5]), new Upfirdn([1, 2, -4, 5, 3], up: 3, gain: 1.5), new Upfirdn([2, 1], down: 3, gain: 0.5))),
    };
}
