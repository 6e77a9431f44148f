using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>A DCGAN for 28×28 pictures with kernels of 4: 7×7 to 14×14 to 28×28 and back.</summary>
public static class PlainDcgan28x28
{
    /// <param name="normalizeDiscriminator">Whether D has BatchNorm after its second convolution: then real and fake cannot share a pass.</param>
    public static PlainPair Create(bool normalizeDiscriminator = false) => new(
        Sequential(
            Linear(100, 7 * 7 * 128),
            BatchNorm1d(7 * 7 * 128),
            ReLU(),
            Unflatten(1, [128, 7, 7]),
            ConvTranspose2d(128, 64, kernel_size: 4, stride: 2, padding: 1),
            BatchNorm2d(64),
            ReLU(),
            ConvTranspose2d(64, 1, kernel_size: 4, stride: 2, padding: 1),
            Tanh()),
        Sequential(Discriminator(normalizeDiscriminator)),
        Latent: 100,
        SampleShape: [1, 28, 28]);

    private static nn.Module<Tensor, Tensor>[] Discriminator(bool normalize)
    {
        nn.Module<Tensor, Tensor>[] features =
        [
            Conv2d(1, 64, kernel_size: 4, stride: 2, padding: 1),
            LeakyReLU(0.2),
            Conv2d(64, 128, kernel_size: 4, stride: 2, padding: 1),
        ];
        nn.Module<Tensor, Tensor>[] normalization = normalize ? [BatchNorm2d(128)] : [];
        return [.. features, .. normalization, LeakyReLU(0.2), Flatten(), Linear(128 * 7 * 7, 1)];
    }
}
