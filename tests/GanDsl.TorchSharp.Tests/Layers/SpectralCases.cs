using GanDsl.HandWritten;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 7)]
[Dense(5), SpectralNorm, Tanh, Dense(3, bias: false), Dense(4), SpectralNorm(powerIterations: 3)]
internal sealed partial class SpectralDense;

[Generator(latent: 128), SpectralNorm]
[Reshape(8, 4, 4)]
[Conv2d(16, kernel: 3, padding: 1), Tanh, ConvTranspose2d(16, kernel: 4, stride: 2, padding: 1), Tanh]
[Flatten, Dense(6)]
internal sealed partial class SpectralEverywhere;

/// <summary>Layers with normalised weights beside the same by hand.</summary>
internal static class SpectralCases
{
    public static IReadOnlyDictionary<string, LayerCase> All { get; } = new Dictionary<string, LayerCase>
    {
        [nameof(SpectralDense)] = new(7, () => new SpectralDense.Torch(1), () => Sequential(
            PlainSpectral.Linear(7, 5), Tanh(), Linear(5, 3, hasBias: false), PlainSpectral.Linear(3, 4, iterations: 3))),
        [nameof(SpectralEverywhere)] = new(128, () => new SpectralEverywhere.Torch(1), () => Sequential(
            Unflatten(1, [8, 4, 4]),
            PlainSpectral.Conv2d(8, 16, 3, padding: 1),
            Tanh(),
            PlainSpectral.ConvTranspose2d(16, 16, 4, stride: 2, padding: 1),
            Tanh(),
            Flatten(),
            PlainSpectral.Linear(1024, 6))),
    };
}
