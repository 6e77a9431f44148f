using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>
/// The plain convolutional networks of Miyato et al. 2018, table 3, for 32×32 pictures; G ends in a transposed convolution, since libtorch's others give wrong
/// numbers for 3 channels on some CPUs.
/// </summary>
public static class PlainSngan32
{
    public static PlainPair Create() => new(
        Sequential(
            Linear(128, 4 * 4 * 512),
            Unflatten(1, [512, 4, 4]),
            BatchNorm2d(512),
            ReLU(),
            ConvTranspose2d(512, 256, kernel_size: 4, stride: 2, padding: 1),
            BatchNorm2d(256),
            ReLU(),
            ConvTranspose2d(256, 128, kernel_size: 4, stride: 2, padding: 1),
            BatchNorm2d(128),
            ReLU(),
            ConvTranspose2d(128, 64, kernel_size: 4, stride: 2, padding: 1),
            BatchNorm2d(64),
            ReLU(),
            ConvTranspose2d(64, 3, kernel_size: 3, padding: 1),
            Tanh()),
        Sequential(
            PlainSpectral.Conv2d(3, 64, kernel: 3, padding: 1),
            LeakyReLU(0.1),
            PlainSpectral.Conv2d(64, 64, kernel: 4, stride: 2, padding: 1),
            LeakyReLU(0.1),
            PlainSpectral.Conv2d(64, 128, kernel: 3, padding: 1),
            LeakyReLU(0.1),
            PlainSpectral.Conv2d(128, 128, kernel: 4, stride: 2, padding: 1),
            LeakyReLU(0.1),
            PlainSpectral.Conv2d(128, 256, kernel: 3, padding: 1),
            LeakyReLU(0.1),
            PlainSpectral.Conv2d(256, 256, kernel: 4, stride: 2, padding: 1),
            LeakyReLU(0.1),
            PlainSpectral.Conv2d(256, 512, kernel: 3, padding: 1),
            LeakyReLU(0.1),
            Flatten(),
            PlainSpectral.Linear(512 * 4 * 4, 1)),
        Latent: 128,
        SampleShape: [3, 32, 32]);
}
