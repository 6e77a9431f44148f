using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 5)]
[Tap("z"), ConstInput(3, 2, 2), ReLU, Flatten, Concat("z")]
internal sealed partial class ConstInputBesideLatents;

[Generator(latent: 60)]
[Reshape(3, 4, 5), MinibatchStdDev, ReLU]
internal sealed partial class MinibatchStdDevOfThree;

[Generator(latent: 80)]
[Reshape(4, 4, 5), MinibatchStdDev(2, channels: 2, eps: 1e-2)]
internal sealed partial class MinibatchStdDevOfEveryArgument;

[Generator(latent: 80)]
[Reshape(4, 4, 5), MinibatchStdDev(group: 8)]
internal sealed partial class MinibatchStdDevOfAll;

[Generator(latent: 7)]
[Dense(5), EqualizedLearningRate(0.1), Tanh, Dense(3, bias: false), EqualizedLearningRate, Tanh, Dense(4)]
internal sealed partial class EqualizedDense;

[Generator(latent: 128), EqualizedLearningRate]
[Reshape(8, 4, 4)]
[Conv2d(16, kernel: 3, padding: 1, groups: 2), Tanh, ConvTranspose2d(16, kernel: 4, stride: 2, padding: 1, bias: false), Tanh]
[Flatten, Dense(6)]
internal sealed partial class EqualizedEverywhere;

/// <summary>NVlabs' MinibatchStdLayer, stylegan2-ada-pytorch/training/networks.py, with the group's size for this batch.</summary>
internal sealed class MinibatchStdLayer(long group, long features, double eps) : Module<Tensor, Tensor>(nameof(MinibatchStdLayer))
{
    public override Tensor forward(Tensor input) => PlainLayers.MinibatchStd(input, group, features, eps);
}

/// <summary>A weight and a bias multiplied by gains before they are used.</summary>
internal sealed class Gained : Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter? bias;
    private readonly Func<Tensor, Tensor, Tensor?, Tensor> layer;
    private readonly (double Weight, double Bias) gains;

    public Gained(long[] shape, long features, bool hasBias, double weightGain, double biasGain, Func<Tensor, Tensor, Tensor?, Tensor> layer)
        : base(nameof(Gained))
    {
        weight = Parameter(zeros(shape));
        bias = hasBias ? Parameter(zeros(features)) : null;
        (this.layer, gains) = (layer, (weightGain, biasGain));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => layer(input, weight * gains.Weight, bias is null ? null : bias * gains.Bias);

    public static Gained Linear(long inputs, long outputs, double multiplier = 1, bool hasBias = true) => new(
        [outputs, inputs], outputs, hasBias, multiplier / Math.Sqrt(inputs), multiplier, functional.linear);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            weight.Dispose();
            bias?.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>What StyleGAN's networks are made of beside convolutions, and the rates at which they learn.</summary>
internal static class StyleCases
{
    public static IReadOnlyDictionary<string, LayerCase> All { get; } = new Dictionary<string, LayerCase>
    {
        [nameof(ConstInputBesideLatents)] = new(5, () => new ConstInputBesideLatents.Torch(1), () => new HandWired(
            (layer, z) => cat([layer(1, z).relu().flatten(1), z], 1), (1, new LearnedPicture(3, 2, 2)))),

        // Batches of 6: groups of 3, 2 and 6.
        [nameof(MinibatchStdDevOfThree)] = new(
            60, () => new MinibatchStdDevOfThree.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), new MinibatchStdLayer(3, 1, 1e-8), ReLU())),
        [nameof(MinibatchStdDevOfEveryArgument)] = new(
            80, () => new MinibatchStdDevOfEveryArgument.Torch(1), () => Sequential(Unflatten(1, [4, 4, 5]), new MinibatchStdLayer(2, 2, 1e-2))),
        [nameof(MinibatchStdDevOfAll)] = new(
            80, () => new MinibatchStdDevOfAll.Torch(1), () => Sequential(Unflatten(1, [4, 4, 5]), new MinibatchStdLayer(6, 1, 1e-8))),
        [nameof(EqualizedDense)] = new(7, () => new EqualizedDense.Torch(1), () =>
            Sequential(Gained.Linear(7, 5, 0.1), Tanh(), Gained.Linear(5, 3, hasBias: false), Tanh(), Linear(3, 4))),
        [nameof(EqualizedEverywhere)] = new(128, () => new EqualizedEverywhere.Torch(1), () => Sequential(
            Unflatten(1, [8, 4, 4]),
            new Gained(
                [16, 4, 3, 3], 16, hasBias: true, 1 / Math.Sqrt(4 * 9), 1, (x, weight, bias) => functional.conv2d(x, weight, bias, padding: [1, 1], groups: 2)),
            Tanh(),
            new Gained([16, 16, 4, 4], 16, hasBias: false, 1 / Math.Sqrt(16 * 16), 1, (x, weight, bias) =>
                functional.conv_transpose2d(x, weight, bias, [2, 2], [1, 1])),
            Tanh(),
            Flatten(),
            Gained.Linear(1024, 6))),
    };

    private sealed class LearnedPicture : Module<Tensor, Tensor>
    {
        private readonly Parameter weight;

        public LearnedPicture(params long[] shape)
            : base(nameof(LearnedPicture))
        {
            weight = Parameter(zeros(shape));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => weight.unsqueeze(0).repeat(input.size(0), 1, 1, 1);

        protected override void Dispose(bool disposing)
        {
            if (disposing) weight.Dispose();
            base.Dispose(disposing);
        }
    }
}
