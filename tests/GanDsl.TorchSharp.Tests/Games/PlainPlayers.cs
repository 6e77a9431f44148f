using GanDsl.HandWritten;
using GanDsl.Tests.Torch.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>The declared players of these tests as plain TorchSharp.</summary>
internal static class PlainPlayers
{
    public static PlainPair Points() => Points(LeakyReLU, normalize: false);

    public static PlainPair PointsNormalized() => Points(LeakyReLU, normalize: true);

    public static PlainPair SmoothPoints() => Points(Tanh, normalize: false);

    public static PlainPair SmoothPointsNormalized() => Points(Tanh, normalize: true);

    public static PlainPair Pictures() => Pictures(ReLU, LeakyReLU, normalize: false);

    public static PlainPair PicturesNormalized() => Pictures(ReLU, LeakyReLU, normalize: true);

    public static PlainPair SmoothPictures() => Pictures(Tanh, Tanh, normalize: false);

    public static PlainPair Graphs() => new(
        new HandWired(
            (layer, z) =>
            {
                var skip = layer(2, layer(0, z).reshape(-1, 1, 28, 28)).tanh();
                var up = layer(9, layer(8, layer(6, layer(5, skip)).tanh())).tanh();
                return layer(12, cat([up, skip], 1)).tanh();
            },
            (0, Linear(16, 784)),
            (2, PlainConvolutionLayer.Conv2d(1, 16, 4, stride: 2, padding: 1)),
            (5, PlainConvolutionLayer.Conv2d(16, 32, 4, stride: 2, padding: 1, bias: false)),
            (6, BatchNorm2d(32)),
            (8, PlainConvolutionLayer.ConvTranspose2d(32, 16, 4, stride: 2, padding: 1, bias: false)),
            (9, BatchNorm2d(16)),
            (12, PlainConvolutionLayer.ConvTranspose2d(32, 1, 4, stride: 2, padding: 1))),
        new HandWired(
            (layer, x) =>
            {
                var features = layer(0, x);
                var main = layer(5, layer(3, features.tanh()).tanh());
                return layer(12, (layer(8, features) + main).tanh().flatten(1));
            },
            (0, PlainConvolutionLayer.Conv2d(1, 16, 4, stride: 2, padding: 1)),
            (3, PlainConvolutionLayer.Conv2d(16, 32, 3, padding: 1)),
            (5, PlainConvolutionLayer.Conv2d(32, 32, 3, padding: 1)),
            (8, PlainConvolutionLayer.Conv2d(16, 32, 1, bias: false)),
            (12, Linear(32 * 14 * 14, 1))),
        Latent: 16,
        SampleShape: [1, 28, 28]);

    public static PlainPair SmoothPicturesNormalized() => Pictures(Tanh, Tanh, normalize: true);

    public static PlainPair SpectralPoints() => new(
        Sequential(Linear(8, 32), Tanh(), PlainSpectral.Linear(32, 32), Tanh(), Linear(32, 2)),
        SpectralDiscriminator().Discriminator,
        Latent: 8,
        SampleShape: [2]);

    public static PlainPair SpectralDiscriminator() => SmoothPoints() with
    {
        Discriminator = Sequential(PlainSpectral.Linear(2, 32), Tanh(), PlainSpectral.Linear(32, 32), Tanh(), PlainSpectral.Linear(32, 1)),
    };

    private static PlainPair Points(Func<nn.Module<Tensor, Tensor>> activation, bool normalize) => new(
        Sequential(
            Linear(8, 32),
            activation(),
            Linear(32, 32),
            activation(),
            Linear(32, 2)),
        normalize
            ? Sequential(
                Linear(2, 32),
                activation(),
                Linear(32, 32, hasBias: false),
                BatchNorm1d(32),
                activation(),
                Linear(32, 1))
            : Sequential(
                Linear(2, 32),
                activation(),
                Linear(32, 32),
                activation(),
                Linear(32, 1)),
        Latent: 8,
        SampleShape: [2]);

    private static PlainPair Pictures(Func<nn.Module<Tensor, Tensor>> ofGenerator, Func<nn.Module<Tensor, Tensor>> ofDiscriminator, bool normalize) => new(
        Sequential(
            Linear(16, 7 * 7 * 32, hasBias: false),
            BatchNorm1d(7 * 7 * 32),
            ofGenerator(),
            Unflatten(1, [32, 7, 7]),
            PlainConvolutionLayer.ConvTranspose2d(32, 16, kernel: 4, stride: 2, padding: 1, bias: false),
            BatchNorm2d(16),
            ofGenerator(),
            PlainConvolutionLayer.ConvTranspose2d(16, 1, kernel: 4, stride: 2, padding: 1),
            nn.Tanh()),
        normalize
            ? Sequential(
                PlainConvolutionLayer.Conv2d(1, 16, kernel: 4, stride: 2, padding: 1),
                ofDiscriminator(),
                PlainConvolutionLayer.Conv2d(16, 32, kernel: 4, stride: 2, padding: 1, bias: false),
                BatchNorm2d(32),
                ofDiscriminator(),
                Flatten(),
                Linear(7 * 7 * 32, 1))
            : Sequential(
                PlainConvolutionLayer.Conv2d(1, 16, kernel: 4, stride: 2, padding: 1),
                ofDiscriminator(),
                PlainConvolutionLayer.Conv2d(16, 32, kernel: 4, stride: 2, padding: 1),
                ofDiscriminator(),
                Flatten(),
                Linear(7 * 7 * 32, 1)),
        Latent: 16,
        SampleShape: [1, 28, 28]);

    private static nn.Module<Tensor, Tensor> LeakyReLU() => nn.LeakyReLU(0.2);

    private static nn.Module<Tensor, Tensor> ReLU() => nn.ReLU();

    private static nn.Module<Tensor, Tensor> Tanh() => nn.Tanh();
}
