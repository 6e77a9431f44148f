using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 48)]
[Tap("z"), Dense(5), Tanh, Tap("w"), From("z"), Reshape(4, 3, 4)]
[ModulatedConv2d(6, "w"), LeakyReLU(0.2), Scale(1.4142135623730951), ModulatedConv2d(4, "w", kernel: 1, eps: 0.5), ToRGB(3, "w")]
internal sealed partial class Modulated;

[Generator(latent: 48)]
[Tap("w"), Reshape(4, 3, 4)]
[ModulatedConv2d(6, "w", up: 2, bias: false), Tanh, ModulatedConv2d(3, "w", kernel: 5, demodulate: false), Tanh, Scale(-0.5), Tap("x"), Scale(3), Add("x")]
internal sealed partial class ModulatedUpwards;

[Generator(latent: 48), EqualizedLearningRate]
[Tap("w"), Reshape(4, 3, 4), ModulatedConv2d(4, "w", kernel: 5, up: 2), Tanh, ModulatedConv2d(2, "w", kernel: 1, up: 2), ToRGB(2, "w")]
internal sealed partial class ModulatedAndEqualized;

/// <summary>NVlabs' modulated_conv2d behind the affine of SynthesisLayer; ToRGBLayer if it does not demodulate.</summary>
internal sealed class StyledConvolution : Module
{
    private readonly Parameter weight;
    private readonly Parameter? bias;
    private readonly Affine affine;
    private readonly bool isUp;
    private readonly bool demodulates;
    private readonly double eps;
    private readonly double gain;

    public StyledConvolution(
        long inputs,
        long channels,
        long features,
        long kernel = 3,
        bool isUp = false,
        bool demodulates = true,
        bool hasBias = true,
        double eps = 1e-8,
        bool isEqualized = false)
        : base(nameof(StyledConvolution))
    {
        weight = Parameter(isUp ? zeros(inputs, channels, kernel, kernel) : zeros(channels, inputs, kernel, kernel));
        bias = hasBias ? Parameter(zeros(channels)) : null;
        affine = new Affine(features, inputs, isEqualized ? 1 / Math.Sqrt(features) : 1);
        (this.isUp, this.demodulates, this.eps, gain) = (isUp, demodulates, eps, isEqualized ? 1 / Math.Sqrt(inputs * kernel * kernel) : 1);
        RegisterComponents();
    }

    public Tensor Of(Tensor x, Tensor style) => PlainLayers.ModulatedConv2d(x, affine.Of(style), weight * gain, bias, isUp, demodulates, eps);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            weight.Dispose();
            bias?.Dispose();
            affine.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class Affine : Module
    {
        private readonly Parameter weight;
        private readonly Parameter bias;
        private readonly double gain;

        public Affine(long features, long channels, double gain)
            : base(nameof(Affine))
        {
            (weight, bias, this.gain) = (Parameter(zeros(channels, features)), Parameter(zeros(channels)), gain);
            RegisterComponents();
        }

        public Tensor Of(Tensor style) => functional.linear(style, weight * gain, bias);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                weight.Dispose();
                bias.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>Modulated convolutions against a weight made for each sample.</summary>
internal static class ModulationCases
{
    public static IReadOnlyDictionary<string, LayerCase> All { get; } = new Dictionary<string, LayerCase>
    {
        [nameof(Modulated)] = new(48, () => new Modulated.Torch(1), () =>
        {
            var (mapping, first, second, picture) = (Linear(48, 5), new StyledConvolution(4, 6, 5), new StyledConvolution(6, 4, 5, kernel: 1, eps: 0.5),
                new StyledConvolution(4, 3, 5, kernel: 1, demodulates: false));
            return new HandWired(
                z =>
                {
                    var w = mapping.forward(z).tanh();
                    var x = functional.leaky_relu(first.Of(z.reshape(-1, 4, 3, 4), w), 0.2) * Math.Sqrt(2);
                    return picture.Of(second.Of(x, w), w);
                },
                (1, mapping), (6, first), (9, second), (10, picture));
        }),
        [nameof(ModulatedUpwards)] = new(48, () => new ModulatedUpwards.Torch(1), () =>
        {
            var (up, plain) = (new StyledConvolution(4, 6, 48, isUp: true, hasBias: false), new StyledConvolution(6, 3, 48, kernel: 5, demodulates: false));
            return new HandWired(w => plain.Of(up.Of(w.reshape(-1, 4, 3, 4), w).tanh(), w).tanh() * -2, (2, up), (4, plain));
        }),
        [nameof(ModulatedAndEqualized)] = new(48, () => new ModulatedAndEqualized.Torch(1), () =>
        {
            var (first, second, picture) = (
                new StyledConvolution(4, 4, 48, kernel: 5, isUp: true, isEqualized: true),
                new StyledConvolution(4, 2, 48, kernel: 1, isUp: true, isEqualized: true),
                new StyledConvolution(2, 2, 48, kernel: 1, demodulates: false, isEqualized: true));
            return new HandWired(w => picture.Of(second.Of(first.Of(w.reshape(-1, 4, 3, 4), w).tanh(), w), w), (2, first), (4, second), (5, picture));
        }),
    };
}
