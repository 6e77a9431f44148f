using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// D's gradient through penalties and convolutions of every kind, against float64. The second derivatives of a convolution are convolutions
/// over the batch, which libtorch gets wrong in float32 where the batch does not fill oneDNN's blocks; see <see cref="GanDsl.Torch.SafeConvolution"/>.
/// </summary>
[Trait("Category", "Parity")]
public class SecondDerivativeTests
{
    private const double Tolerance = 2e-5;

    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(20)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(100)]
    public void WhateverTheBatch_TheyAreThoseOfFloat64(int count)
    {
        using var gan = new Convolved.Game.Torch(1, CPU);
        using var data = new StepData(1, count, 4, [2, 8, 8]);
        var (reals, latents, generatorLatents, interpolation, _) = data.Steps[0];

        // Slopes far enough from 0 and 1 for both penalties to matter.
        gan.Discriminator.Flat.mul_(2.5);
        using var plain = Plain(gan.Discriminator);
        var fakes = gan.Generator.Apply(latents, GanDsl.Torch.ForwardMode.TrainFrozen);
        Loss(plain, Wide(reals), Wide(fakes), Wide(interpolation).view(-1, 1, 1, 1)).backward();

        gan.Step(new(reals), new(latents), new(generatorLatents), new(interpolation));

        var expected = plain.named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter.grad!);
        Assert.All(gan.Discriminator.NamedGradients, gradient => Values.AssertClose(expected[gradient.Name], gradient.Value, Tolerance, gradient.Name));
    }

    private static Tensor Loss(nn.Module<Tensor, Tensor> critic, Tensor reals, Tensor fakes, Tensor shares) =>
        critic.forward(fakes).mean() - critic.forward(reals).mean()
        + (5 * SquaredNorms(critic, reals).mean())
        + (10 * (SquaredNorms(critic, (shares * reals) + ((1 - shares) * fakes)).sqrt() - 1).square().mean());

    private static Tensor SquaredNorms(nn.Module<Tensor, Tensor> critic, Tensor samples)
    {
        var points = samples.detach().requires_grad_();
        return autograd.grad([critic.forward(points).sum()], [points], retain_graph: true, create_graph: true)[0].square().sum([1, 2, 3]);
    }

    private static nn.Module<Tensor, Tensor> Plain(GanDsl.Torch.TorchNetwork source)
    {
        var plain = Sequential(
            Conv2d(2, 20, kernel_size: 4, stride: 2, padding: 1),
            LeakyReLU(0.2),
            Conv2d(20, 12, kernel_size: 1),
            Tanh(),
            Conv2d(12, 24, kernel_size: 3, padding: 1, groups: 4),
            Tanh(),
            Conv2d(24, 10, kernel_size: 3, padding: 1, padding_mode: PaddingModes.Reflect),
            Sigmoid(),
            ConvTranspose2d(10, 6, kernel_size: 4, stride: 2, padding: 1),
            Tanh(),
            Flatten(),
            Linear(6 * 8 * 8, 1));
        plain.to(ScalarType.Float64);
        using var untracked = no_grad();
        var values = source.NamedParameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        foreach (var (name, parameter) in plain.named_parameters()) parameter.copy_(values[name]);
        return plain;
    }

    private static Tensor Wide(Tensor values) => values.to(ScalarType.Float64);
}
