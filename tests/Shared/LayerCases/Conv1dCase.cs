using GanDsl.Declared;
using GanDsl.HandWritten;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 18)]
[Reshape(2, 9)]
[Conv1d(3, kernel: 3)]
internal sealed partial class Conv1dByDefault;

[Generator(latent: 44)]
[Reshape(4, 11)]
[Conv1d(6, kernel: 3, stride: 2, padding: 2, dilation: 2, groups: 2, bias: false)]
internal sealed partial class Conv1dOfEveryArgument;

[Generator(latent: 12)]
[Reshape(2, 6)]
[Conv1d(2, kernel: 3, padding: 2, paddingMode: PaddingMode.Reflect), Conv1d(3, kernel: 4, padding: 1, paddingMode: PaddingMode.Circular)]
[Conv1d(2, kernel: 3, stride: 3, padding: 2, paddingMode: PaddingMode.Replicate)]
internal sealed partial class Conv1dOfFilledBorders;

// What else takes sequences.
[Generator(latent: 24)]
[Reshape(4, 6), BatchNorm, Conv1d(4, kernel: 3, padding: 1, bias: false), InstanceNorm(0.1, affine: true), Tanh, GroupNorm(2), PReLU(perChannel: true)]
[PixelNorm(0.1), Upsample(2), Conv1d(2, kernel: 4, stride: 2, padding: 1), LayerNorm, Tap("x"), GlobalAvgPool, Tap("means"), From("x"), GlobalSumPool,
    Concat("means")]
internal sealed partial class SequencesThroughEveryNorm;

[Generator(latent: 5)]
[Dense(24, bias: false), Reshape(4, 6), BatchNorm, Tanh]
[ConvTranspose1d(3, kernel: 4, stride: 2, padding: 1), Tanh, Conv1d(1, kernel: 3, padding: 1, paddingMode: PaddingMode.Reflect), Tanh]
internal sealed partial class SequenceGenerator;

[Discriminator(1, 12)]
[Conv1d(4, kernel: 4, stride: 2, padding: 1), SpectralNorm, Tanh, AvgPool1d(2), Conv1d(4, kernel: 3), EqualizedLearningRate, Tanh, Flatten, Dense(1)]
internal sealed partial class SequenceDiscriminator;

[Gan<SequenceGenerator, SequenceDiscriminator>]
[NonSaturating, R1(gamma: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SequenceGame;

// A logit for each part of the sequence.
[Discriminator(1, 12)]
[Conv1d(4, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2), Conv1d(1, kernel: 3, padding: 1)]
internal sealed partial class SequencePartDiscriminator;

[Gan<SequenceGenerator, SequencePartDiscriminator>]
[LeastSquares, GradientPenalty(weight: 2), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SequencePartGame;

[Refuses("GAN0101", "Conv1d(0, 3)", "4, 9", "channels is 0; it must be at least 1")]
[Refuses("GAN0101", "Conv1d(8, 0)", "4, 9", "kernel is 0; it must be at least 1")]
[Refuses("GAN0101", "Conv1d(8, 3, stride: 0)", "4, 9", "stride is 0; it must be at least 1")]
[Refuses("GAN0101", "Conv1d(8, 3, padding: -1)", "4, 9", "padding is -1; it must be at least 0")]
[Refuses("GAN0101", "Conv1d(8, 3, dilation: 0)", "4, 9", "dilation is 0; it must be at least 1")]
[Refuses("GAN0101", "Conv1d(8, 3, groups: 0)", "4, 9", "groups is 0; it must be at least 1")]
[Refuses("GAN0102", "Conv1d(8, 3)", "36", "it takes sequences (N, channels, length); put [Reshape(channels, length)] before it")]
[Refuses("GAN0102", "Conv1d(8, 3)", "4, 3, 3", "it takes sequences (N, channels, length); put [Reshape(channels, length)] before it")]
[Refuses("GAN0102", "Conv2d(8, 3)", "4, 9", "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it")]
[Refuses("GAN0102", "Upsample(new[] { 2, 3 })", "4, 9", "its scale (2, 3) is of pictures (N, channels, height, width); use one number here")]
[Refuses("GAN0102", "Upsample(2, UpsampleMode.Bilinear)", "4, 9", "it interpolates between the pixels of pictures (N, channels, height, "
    + "width); use mode Nearest here")]
[Refuses("GAN0103", "Conv1d(8, kernel: 4, stride: 2)", "4, 3", "Conv1d(8, kernel 4, stride 2), on (N, 4, 3) leaves length ⌊(3 − 4)/2⌋ + 1 = 0; use padding 1, "
    + "a smaller kernel, or remove it")]
[Refuses("GAN0104", "Conv1d(8, 1, groups: 3)", "4, 9", "groups 3 does not divide the 4 channels of the input; use a divisor of both")]
[Refuses("GAN0106", "Conv1d(1, 1, padding: int.MaxValue)", "4, 9", "its padding makes a picture of more pixels than can be counted; use a smaller padding")]
[Refuses("GAN0107", "Conv1d(8, 3, padding: 9, paddingMode: PaddingMode.Reflect)", "4, 9", "its reflected padding 9 must be smaller than the length 9; "
    + "use a smaller padding or another padding mode")]
internal sealed record Conv1dCase() : Case<Conv1dAttribute>(
    Convolved,
    new()
    {
        [typeof(Conv1dByDefault)] = () => Sequential(Unflatten(1, [2, 9]), Conv1d(2, 3, 3L)),
        [typeof(Conv1dOfEveryArgument)] = () => Sequential(Unflatten(1, [4, 11]), Conv1d(4, 6, 3L, stride: 2, padding: 2, dilation: 2, groups: 2, bias: false)),
        [typeof(Conv1dOfFilledBorders)] = () => Sequential(
            Unflatten(1, [2, 6]),
            Conv1d(2, 2, 3L, padding: 2, padding_mode: PaddingModes.Reflect),
            Conv1d(2, 3, 4L, padding: 1, padding_mode: PaddingModes.Circular),
            Conv1d(3, 2, 3L, stride: 3, padding: 2, padding_mode: PaddingModes.Replicate)),
        [typeof(SequencesThroughEveryNorm)] = () => Sequential(
            Unflatten(1, [4, 6]), BatchNorm1d(4), Conv1d(4, 4, 3L, padding: 1, bias: false), InstanceNorm1d(4, eps: 0.1, affine: true), Tanh(),
            GroupNorm(2, 4), PReLU(4, 0.25),
            new Applied(x => x * (x.square().mean([1], keepdim: true) + 0.1).rsqrt()),
            new Applied(x => x.repeat_interleave(2, 2)), Conv1d(4, 2, 4L, stride: 2, padding: 1), LayerNorm([2, 6]),
            new Applied(x => cat([x.sum(2), x.mean([2])], 1))),
    })
{
    private static Tensor Convolved(Conv1dAttribute conv, DeclaredLayer at, Tensor x, Signals signals)
    {
        var inputs = x.size(1) / conv.Groups;
        var weight = at.Weight("weight", [conv.Channels, inputs, conv.Kernel], inputs * conv.Kernel);
        var bias = conv.Bias ? at.Bias(conv.Channels) : null;
        var isFilled = conv.PaddingMode != PaddingMode.Zeros;
        var sequences = !isFilled ? x : functional.pad(x, [conv.Padding, conv.Padding], conv.PaddingMode switch
        {
            PaddingMode.Reflect => PaddingModes.Reflect,
            PaddingMode.Replicate => PaddingModes.Replicate,
            _ => PaddingModes.Circular,
        });
        var padding = isFilled ? 0 : conv.Padding;
        return PlainConvolution.Conv2d(
            sequences.unsqueeze(2), weight.unsqueeze(2), bias, (1, conv.Stride), (0, padding), (1, conv.Dilation), conv.Groups).squeeze(2);
    }
}
