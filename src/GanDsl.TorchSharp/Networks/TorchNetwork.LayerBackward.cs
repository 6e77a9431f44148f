using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>
/// The layers' backward functions, which generated code calls. …ToInput disposes the gradient at a layer's output and returns the one at its input;
/// …ToParameters overwrites the gradients of its parameters; …InPlace is like …ToInput, in place.
/// </content>
public abstract partial class TorchNetwork
{
    // A weight with this few inputs has short rows, one for each output: transposed to long rows, libtorch multiplies it two to four times as fast.
    private const long FewInputs = 8;

    private Tensor? ones;

    /// <summary>Of <c>Linear</c>, to x: (N, out) → (N, in).</summary>
    protected static Tensor LinearToInput(Tensor gradient, Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(weight);
        using (gradient)
        {
            if (weight.size(1) >= FewInputs) return gradient.mm(weight);
            using var byInput = weight.t();
            using var rows = byInput.contiguous();
            using var columns = rows.t();
            return gradient.mm(columns);
        }
    }

    /// <summary>Of <c>Linear</c>, to W and b.</summary>
    /// <param name="gradient">(N, out); not disposed.</param>
    /// <param name="x">(N, in).</param>
    /// <param name="weight">(out, in).</param>
    /// <param name="bias">(out), or null.</param>
    protected void LinearToParameters(Tensor gradient, Tensor x, TorchParameter weight, TorchParameter? bias)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        using var byOutput = gradient.t();
        if (x.size(1) < FewInputs)
        {
            using var byInput = x.t();
            using var rows = byInput.mm(gradient);
            using var columns = rows.t();
            weight.Gradient.copy_(columns);
        }
        else
        {
            weight.Gradient.addmm_(byOutput, x, beta: 0, alpha: 1);
        }

        if (bias is null) return;

        // A logit's gradients may cancel over the batch, and libtorch's sum rounds least; over many features, a product with ones is three times as fast.
        if (gradient.size(1) == 1) BackwardFunctions.SumOfSamples.Run(gradient, bias.Gradient);
        else bias.Gradient.addmv_(byOutput, Ones(gradient.size(0)), beta: 0, alpha: 1);
    }

    /// <summary>Of <c>Conv2d</c>, to x: (N, out, H', W') → (N, in, H, W).</summary>
    /// <param name="gradient">(N, out, H', W').</param>
    /// <param name="x">(N, in, H, W), for its size.</param>
    /// <param name="weight">(out, in / groups, kernel height, kernel width).</param>
    /// <param name="window">The window.</param>
    protected static Tensor Conv2dToInput(Tensor gradient, Tensor x, Tensor weight, Window window)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(window);
        using (gradient) return SafeConvolution.ConvTranspose2d(gradient, weight, null, window.Onto(x, weight));
    }

    /// <summary>Of <c>Conv2d</c>, to W and b.</summary>
    /// <param name="gradient">(N, out, H', W'); not disposed.</param>
    /// <param name="x">(N, in, H, W).</param>
    /// <param name="weight">(out, in / groups, kernel height, kernel width).</param>
    /// <param name="bias">(out), or null.</param>
    /// <param name="window">The window.</param>
    protected static void Conv2dToParameters(Tensor gradient, Tensor x, TorchParameter weight, TorchParameter? bias, Window window)
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(window);
        window.WriteGradients(x, gradient, weight, bias);
    }

    /// <summary>Of <c>ConvTranspose2d</c>, to x: (N, out, H', W') → (N, in, H, W).</summary>
    /// <param name="gradient">(N, out, H', W').</param>
    /// <param name="weight">(in, out / groups, kernel height, kernel width).</param>
    /// <param name="window">The window.</param>
    protected static Tensor ConvTranspose2dToInput(Tensor gradient, Tensor weight, Window window)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(window);
        using (gradient) return SafeConvolution.Conv2d(gradient, weight, null, window, window.Padding);
    }

    /// <summary>Of <c>ConvTranspose2d</c>, to W and b: the weight gradient of a convolution with its operands swapped.</summary>
    /// <param name="gradient">(N, out, H', W'); not disposed.</param>
    /// <param name="x">(N, in, H, W).</param>
    /// <param name="weight">(in, out / groups, kernel height, kernel width).</param>
    /// <param name="bias">(out), or null.</param>
    /// <param name="window">The window.</param>
    protected static void ConvTranspose2dToParameters(Tensor gradient, Tensor x, TorchParameter weight, TorchParameter? bias, Window window)
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(window);
        window.WriteGradients(gradient, x, weight, null);
        if (bias is not null) BackwardFunctions.SumOfChannels.Run(gradient, bias.Gradient);
    }

    /// <summary>Of <c>Conv1d</c>, to x: (N, out, L') → (N, in, L).</summary>
    /// <param name="gradient">(N, out, L'); consumed.</param>
    /// <param name="x">(N, in, L).</param>
    /// <param name="weight">(out, in / groups, kernel).</param>
    /// <param name="window">The window.</param>
    protected static Tensor Conv1dToInput(Tensor gradient, Tensor x, Tensor weight, Window window)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(x);
        using (gradient)
        {
            using var picture = x.unsqueeze(2);
            return OfPictures(gradient, weight, (at, kernel) => Conv2dToInput(at.alias(), picture, kernel, window));
        }
    }

    /// <summary>Of <c>Conv1d</c>, to W and b.</summary>
    /// <param name="gradient">(N, out, L'); not consumed.</param>
    /// <param name="x">(N, in, L).</param>
    /// <param name="weight">(out, in / groups, kernel).</param>
    /// <param name="bias">(out), or null.</param>
    /// <param name="window">The window.</param>
    protected static void Conv1dToParameters(Tensor gradient, Tensor x, TorchParameter weight, TorchParameter? bias, Window window)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(window);
        using var picture = x.unsqueeze(2);
        using var at = gradient.unsqueeze(2);
        using var kernel = weight.Frozen.unsqueeze(2);
        using var ofKernel = weight.Gradient.unsqueeze(2);
        window.WriteGradients(picture, at, kernel, ofKernel, bias?.Gradient);
    }

    /// <summary>Of <c>ConvTranspose1d</c>, to x: (N, out, L') → (N, in, L).</summary>
    /// <param name="gradient">(N, out, L'); consumed.</param>
    /// <param name="weight">(in, out / groups, kernel).</param>
    /// <param name="window">The window.</param>
    protected static Tensor ConvTranspose1dToInput(Tensor gradient, Tensor weight, Window window)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        using (gradient) return OfPictures(gradient, weight, (at, kernel) => ConvTranspose2dToInput(at.alias(), kernel, window));
    }

    /// <summary>Of <c>ConvTranspose1d</c>, to W and b.</summary>
    /// <param name="gradient">(N, out, L'); not consumed.</param>
    /// <param name="x">(N, in, L).</param>
    /// <param name="weight">(in, out / groups, kernel).</param>
    /// <param name="bias">(out), or null.</param>
    /// <param name="window">The window.</param>
    protected static void ConvTranspose1dToParameters(Tensor gradient, Tensor x, TorchParameter weight, TorchParameter? bias, Window window)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(weight);
        Conv1dToParameters(x, gradient, weight, null, window);
        if (bias is null) return;
        using var at = gradient.unsqueeze(2);
        BackwardFunctions.SumOfChannels.Run(at, bias.Gradient);
    }

    /// <summary><c>BatchNorm</c> by the batch, with what its backward reads.</summary>
    /// <param name="x">(N, features, …).</param>
    /// <param name="statistics">The running statistics to update, or null.</param>
    /// <param name="weight">γ, (features), or null.</param>
    /// <param name="bias">β, (features), or null.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The weight of the batch in the statistics.</param>
    /// <returns>The output; the batch's mean and 1 / √(variance + eps), (features) each.</returns>
    protected (Tensor Output, Tensor Mean, Tensor InverseDeviation) BatchNormSaving(
        Tensor x, BatchNormStatistics? statistics, TorchParameter? weight, TorchParameter? bias, double eps, double momentum)
    {
        ArgumentNullException.ThrowIfNull(x);
        CountBatch(x, statistics);
        return BackwardFunctions.BatchNorm.CallForThree(
            x, weight?.Frozen, bias?.Frozen, statistics?.RunningMean, statistics?.RunningVar, Number(momentum), Number(eps));
    }

    /// <summary>Of <c>BatchNorm</c>, to x, and to γ and β where that is wanted.</summary>
    /// <param name="gradient">(N, features, …); disposed.</param>
    /// <param name="x">(N, features, …).</param>
    /// <param name="weight">γ, (features), or null.</param>
    /// <param name="bias">β, (features), or null.</param>
    /// <param name="mean">As saved.</param>
    /// <param name="inverseDeviation">As saved.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="toParameters">Whether the gradients of γ and β are overwritten.</param>
    protected Tensor BatchNormBackward(
        Tensor gradient, Tensor x, TorchParameter? weight, TorchParameter? bias, Tensor mean, Tensor inverseDeviation, double eps, bool toParameters)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        using (gradient)
        {
            return BackwardFunctions.BatchNormBackward.Call(
                gradient, x, weight?.Frozen, mean, inverseDeviation, Number(eps), toParameters ? weight?.Gradient : null, toParameters ? bias?.Gradient : null);
        }
    }

    /// <summary>Of <c>LeakyReLU</c> with a positive slope, from its output y.</summary>
    protected void LeakyReLUBackwardInPlace(Tensor gradient, Tensor y, double slope) => BackwardFunctions.LeakyReLU.Run(gradient, y, Number(slope));

    /// <summary>Of <c>ReLU</c>, from its output y.</summary>
    protected static void ReLUBackwardInPlace(Tensor gradient, Tensor y) => BackwardFunctions.ReLU.Run(gradient, y);

    /// <summary>Of <c>LeakyReLU</c> with a positive slope, from its output y, recorded by autograd.</summary>
    protected Tensor LeakyReLUBackward(Tensor gradient, Tensor y, double slope)
    {
        MultiplyBySlopes(gradient, y, slope);
        return gradient;
    }

    /// <summary>Of <c>ReLU</c>, from its output y, recorded by autograd.</summary>
    protected Tensor ReLUBackward(Tensor gradient, Tensor y) => LeakyReLUBackward(gradient, y, 0);

    /// <summary>Of tanh, from its output y.</summary>
    protected static void TanhBackwardInPlace(Tensor gradient, Tensor y) => BackwardFunctions.Tanh.Run(gradient, y);

    /// <summary>Of σ, from its output y.</summary>
    protected static void SigmoidBackwardInPlace(Tensor gradient, Tensor y) => BackwardFunctions.Sigmoid.Run(gradient, y);

    /// <summary>The same elements in their previous shape. The gradient is disposed.</summary>
    protected static Tensor Reshaped(Tensor gradient, long[] shape)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        using (gradient) return gradient.reshape(shape);
    }

    private Tensor Ones(long count)
    {
        if (ones is not null && ones.size(0) == count) return ones;
        ones?.Dispose();
        return ones = TorchSharp.torch.ones(count, dtype: ScalarType.Float32, device: Device).Keep();
    }
}
