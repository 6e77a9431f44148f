using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>Points of the plane: G 2-128-128-2 and D 2-128-128-1, LeakyReLU(0.2) between the layers.</summary>
public static class PlainMlp2d
{
    public static PlainPair Create() => new(
        Sequential(
            Linear(2, 128),
            LeakyReLU(0.2),
            Linear(128, 128),
            LeakyReLU(0.2),
            Linear(128, 2)),
        Sequential(
            Linear(2, 128),
            LeakyReLU(0.2),
            Linear(128, 128),
            LeakyReLU(0.2),
            Linear(128, 1)),
        Latent: 2,
        SampleShape: [2]);
}
