using GanDsl.HandWritten;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 12)]
[Reshape(2, 6)]
[ConvTranspose1d(3, kernel: 4, stride: 2, padding: 1)]
internal sealed partial class ConvTranspose1dByDefault;

[Generator(latent: 24)]
[Reshape(4, 6)]
[ConvTranspose1d(6, kernel: 3, stride: 3, padding: 1, outputPadding: 2, groups: 2, bias: false, dilation: 2), Tanh, ConvTranspose1d(2, kernel: 1)]
internal sealed partial class ConvTranspose1dOfEveryArgument;

[Refuses("GAN0101", "ConvTranspose1d(8, 3, stride: 0)", "4, 9", "stride is 0; it must be at least 1")]
[Refuses("GAN0101", "ConvTranspose1d(8, 3, stride: 2, outputPadding: 2)", "4, 9", "outputPadding is 2; it must be smaller than stride 2 or dilation 1")]
[Refuses("GAN0102", "ConvTranspose1d(8, 3)", "36", "it takes sequences (N, channels, length); put [Reshape(channels, length)] before it")]
[Refuses(
    "GAN0103", "ConvTranspose1d(8, 1, padding: 2)", "4, 3", "leaves length (3 − 1)·1 − 2·2 + 1·(1 − 1) + 0 + 1 = -1; use a smaller padding or a larger kernel")]
[Refuses("GAN0104", "ConvTranspose1d(9, 1, groups: 4)", "4, 9", "groups 4 does not divide the 9 channels of the output; use a divisor of both")]
internal sealed record ConvTranspose1dCase() : Case<ConvTranspose1dAttribute>(
    (conv, at, x, _) => PlainConvolution.ConvTranspose2d(
        x.unsqueeze(2),
        at.Weight("weight", [x.size(1), conv.Channels / conv.Groups, conv.Kernel], x.size(1) / conv.Groups * conv.Kernel, outputs: 1).unsqueeze(2),
        conv.Bias ? at.Bias(conv.Channels) : null,
        (1, conv.Stride),
        (0, conv.Padding),
        (0, conv.OutputPadding),
        (1, conv.Dilation),
        conv.Groups).squeeze(2),
    new()
    {
        [typeof(ConvTranspose1dByDefault)] = () => Sequential(Unflatten(1, [2, 6]), ConvTranspose1d(2, 3, 4L, stride: 2, padding: 1)),
        [typeof(ConvTranspose1dOfEveryArgument)] = () => Sequential(
            Unflatten(1, [4, 6]), ConvTranspose1d(4, 6, 3L, stride: 3, padding: 1, output_padding: 2, groups: 2, bias: false, dilation: 2), Tanh(),
            ConvTranspose1d(6, 2, 1L)),
    });
