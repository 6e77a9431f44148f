using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>
/// ReLU and LeakyReLU where gradients are differentiated: the same numbers as libtorch's, and no way back through what cannot change a gradient.
/// </summary>
public class SlopesTests
{
    private static readonly float[] Numbers = [-2, -0.3f, -float.Epsilon, -0f, 0, float.Epsilon, 0.7f, 3e30f];

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(0.2, false)]
    [InlineData(0.2, true)]
    public void WhereGradientsAreDifferentiated_ValuesAndGradients_AreLibtorchsBits(double slope, bool inPlace)
    {
        using var scope = NewDisposeScope();
        using var layers = new Layers();
        var (output, gradient) = WithGradient(x => layers.Apply(x, slope, inPlace, twice: true));
        var (expected, expectedGradient) = WithGradient(x => slope == 0 ? x.relu() : x.leaky_relu(slope));

        Assert.Equal(expected, output);
        Assert.Equal(expectedGradient, gradient);
    }

    [Fact]
    public void AGradient_HasNoGraphToWhatItsSlopesCameFrom()
    {
        using var scope = NewDisposeScope();
        using var layers = new Layers();
        var weight = tensor(Numbers).requires_grad_();
        var points = ones(Numbers.Length).requires_grad_();

        Assert.True(GradientOf(layers.Apply(weight + points, 0.2, inPlace: false, twice: false)).requires_grad);
        Assert.False(GradientOf(layers.Apply(weight + points, 0.2, inPlace: false, twice: true)).requires_grad);

        Tensor GradientOf(Tensor output) => autograd.grad([output.sum()], [points], retain_graph: true, create_graph: true)[0];
    }

    private static (float[] Output, float[] Gradient) WithGradient(Func<Tensor, Tensor> function)
    {
        var x = tensor(Numbers).requires_grad_();

        // Another handle of x: a leaf is not written over.
        var output = function(x.clone());
        var gradient = autograd.grad([output], [x], [arange(1, Numbers.Length + 1, ScalarType.Float32)])[0];
        return (output.detach().data<float>().ToArray(), gradient.data<float>().ToArray());
    }

    private sealed class Layers() : TorchNetwork(new TorchRandom(seed: 1, CPU), ownsRandom: true, flatLength: 64)
    {
        public Tensor Apply(Tensor x, double slope, bool inPlace, bool twice)
        {
            if (!twice) return Apply(x, slope, inPlace);
            using var wanted = SecondDerivatives.Want();
            return Apply(x, slope, inPlace);
        }

        private Tensor Apply(Tensor x, double slope, bool inPlace)
        {
            if (!inPlace) return slope == 0 ? ReLU(x) : LeakyReLU(x, slope);
            if (slope == 0) ReLUInPlace(x);
            else LeakyReLUInPlace(x, slope);
            return x;
        }
    }
}
