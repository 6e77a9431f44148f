using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>
/// The MLP GAN of PyTorch-GAN's gan.py, with PyTorch's own eps in BatchNorm and D's sigmoid left to the loss.
/// G has 1,510,032 parameters, D 533,505.
/// </summary>
public static class PlainMlp28x28
{
    public static PlainPair Create() => new(
        Sequential(
            Linear(100, 128),
            LeakyReLU(0.2),
            Linear(128, 256),
            BatchNorm1d(256),
            LeakyReLU(0.2),
            Linear(256, 512),
            BatchNorm1d(512),
            LeakyReLU(0.2),
            Linear(512, 1024),
            BatchNorm1d(1024),
            LeakyReLU(0.2),
            Linear(1024, 784),
            Tanh(),
            Unflatten(1, [1, 28, 28])),
        Sequential(
            Flatten(),
            Linear(784, 512),
            LeakyReLU(0.2),
            Linear(512, 256),
            LeakyReLU(0.2),
            Linear(256, 1)),
        Latent: 100,
        SampleShape: [1, 28, 28]);
}
