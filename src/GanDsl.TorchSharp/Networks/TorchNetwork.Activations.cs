using System.Collections.Concurrent;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <content>Functions of each element.</content>
/// <remarks>
/// Piecewise linear functions have no second derivative, but autograd does not know: it propagates zero gradients back through all earlier layers.
/// Where gradients are differentiated, these functions are products with their slopes, which are constants.
/// </remarks>
public abstract partial class TorchNetwork
{
    private static readonly ConcurrentDictionary<string, TorchFunction> AtenFunctions = new(StringComparer.Ordinal);

    /// <summary>
    /// A function of each element that libtorch has and TorchSharp does not bind, by its name in <c>torch</c>; autograd knows its derivative.
    /// </summary>
    protected static Tensor Aten(string name, Tensor x) =>
        AtenFunctions.GetOrAdd(name, static function => new TorchFunction($"def of(x: Tensor):\n    return torch.{function}(x)", "of")).Call(x);

    /// <summary>x where positive, else 0.</summary>
    protected Tensor ReLU(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return SecondDerivatives.Wanted ? TimesSlopes(x, 0) : x.relu();
    }

    /// <summary>x where positive, else 0, in place.</summary>
    protected void ReLUInPlace(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (SecondDerivatives.Wanted) MultiplyBySlopes(x, x, 0);
        else x.relu_();
    }

    /// <summary>x where positive, else slope · x.</summary>
    protected Tensor LeakyReLU(Tensor x, double slope)
    {
        ArgumentNullException.ThrowIfNull(x);
        return SecondDerivatives.Wanted ? TimesSlopes(x, slope) : x.leaky_relu(Number(slope));
    }

    /// <summary>x where positive, else slope · x, in place; the slope is positive.</summary>
    protected void LeakyReLUInPlace(Tensor x, double slope)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (SecondDerivatives.Wanted) MultiplyBySlopes(x, x, slope);
        else x.leaky_relu_(Number(slope));
    }

    /// <summary>log(1 + e^(beta · x)) / beta, and x where beta · x is above the threshold.</summary>
    protected static Tensor Softplus(Tensor x, double beta, double threshold) => functional.softplus(x, beta, threshold);

    /// <summary>x where positive, else alpha · (eˣ − 1).</summary>
    protected static Tensor ELU(Tensor x, double alpha) => functional.elu(x, alpha);

    /// <summary>x · Φ(x), Φ the distribution of N(0, 1), or a hyperbolic tangent near it.</summary>
    protected static Tensor GELU(Tensor x, bool byTanh = false) =>
        functional.gelu(x, byTanh ? TorchSharp.Modules.GELU.Approximate.tanh : TorchSharp.Modules.GELU.Approximate.none, inplace: false);

    /// <summary>x where positive, else weight · x: one weight, or one per channel.</summary>
    protected static Tensor PReLU(Tensor x, Tensor weight) => functional.prelu(x, weight);

    private Tensor TimesSlopes(Tensor x, double slope)
    {
        using var slopes = Slopes(x, slope);
        return x * slopes;
    }

    // The slopes at y, or at x where that has y's signs.
    private void MultiplyBySlopes(Tensor gradient, Tensor y, double slope)
    {
        using var slopes = Slopes(y, slope);
        gradient.mul_(slopes);
    }

    // 1 where x is positive, else the slope.
    private Tensor Slopes(Tensor x, double slope)
    {
        using var values = x.detach();
        using var positive = values.gt(Number(0));
        return full_like(values, Number(slope)).masked_fill_(positive, Number(1));
    }
}
