using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Functions for D's regularisers: D's input gradient, itself differentiable with respect to D's parameters.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>ε ~ U(0, 1) from the game's own random numbers, one per sample. The caller disposes them.</summary>
    /// <typeparam name="TShare">The shape of one number, as D's output.</typeparam>
    protected Batch<TShare> Shares<TShare>(int count)
        where TShare : struct, IShape => new(random.Uniform(Batch<TShare>.Sizes(count)));

    /// <summary>Refuses ε that are not as many as the reals.</summary>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected static void CheckShares(int count, Tensor interpolation) => CheckRows(count, interpolation, nameof(interpolation), "shares");

    /// <summary>Refuses noise that is not for as many samples as there are reals.</summary>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected static void CheckPerturbation(int count, Tensor perturbation) => CheckRows(count, perturbation, nameof(perturbation), "perturbations");

    /// <summary>ε·x + (1 − ε)·G(z) per sample: (N, …). Nothing is disposed.</summary>
    protected static Tensor Interpolate(Tensor reals, Tensor fakes, Tensor interpolation)
    {
        ArgumentNullException.ThrowIfNull(fakes);
        ArgumentNullException.ThrowIfNull(interpolation);
        var columns = new long[fakes.dim()];
        Array.Fill(columns, 1);
        columns[0] = -1;
        using var shares = interpolation.view(columns);
        return fakes.lerp(reals, shares);
    }

    /// <summary>x + std·σ·u, where σ is the population standard deviation of all numbers of the reals: (N, …). Nothing is disposed.</summary>
    protected Tensor Perturb(Tensor reals, Tensor perturbation, double std)
    {
        ArgumentNullException.ThrowIfNull(reals);
        ArgumentNullException.ThrowIfNull(perturbation);
        using var scale = reals.std(unbiased: false);
        scale.mul_(Number(std));
        using var noise = perturbation.mul(scale);
        return reals.add(noise);
    }

    /// <summary>
    /// D's logits on samples, and q = ‖∇ₓ ℓ‖² of each sample, over all its dimensions: (N). D's parameters can be differentiated through both.
    /// The samples are data, and not disposed.
    /// </summary>
    /// <param name="samples">(N, …).</param>
    /// <param name="labels">(N, classes), one-hot rows, constants here; null in a game without.</param>
    protected (Tensor Logits, Tensor Squares) ApplyWithGradient(Tensor samples, Tensor? labels = null)
    {
        return ApplyWithGradient(
            samples,
            points => labels is null ? PlayingDiscriminator.Apply(points, Train) : PlayingDiscriminator.Apply(points, labels, Train),
            logits => logits);
    }

    /// <summary>Like the other, for a D with heads, or one of two.</summary>
    /// <param name="samples">(N, …).</param>
    /// <param name="apply">D's pass.</param>
    /// <param name="logitsOf">Its logits among its outputs.</param>
    protected static (TOutputs Outputs, Tensor Squares) ApplyWithGradient<TOutputs>(
        Tensor samples, Func<Tensor, TOutputs> apply, Func<TOutputs, Tensor> logitsOf)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(apply);
        ArgumentNullException.ThrowIfNull(logitsOf);
        using var points = samples.detach().requires_grad_();
        using var twice = SecondDerivatives.Want();
        var outputs = apply(points);
        var logits = logitsOf(outputs);
        using var ones = ones_like(logits);

        // In TorchSharp, create_graph does not imply retain_graph: without it, a later backward would end the process.
        using var gradient = autograd.grad([logits], [points], [ones], retain_graph: true, create_graph: true)[0];
        using var rows = gradient.flatten(1);
        using var elements = rows.square();
        return (outputs, elements.sum(1));
    }

    /// <summary>q = ‖∇ₓ ℓ‖² of each sample, differentiable with respect to D's parameters, for a piecewise linear D: (N). The samples are disposed.</summary>
    /// <param name="samples">(N, …).</param>
    protected Tensor SquaredGradients(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        using (samples)
        using (var gradient = PlayingDiscriminator.GradientAtInput(PlayingDiscriminator.ForwardSaving(samples)))
        using (var rows = gradient.flatten(1))
        using (var elements = rows.square())
        {
            return elements.sum(1);
        }
    }

    /// <summary>Squared norms, detached, remembered for Report.</summary>
    /// <param name="number">The regulariser's index.</param>
    /// <param name="ofEach">(N).</param>
    /// <param name="pair">Which pair's: 0, or 1 of the second.</param>
    protected Tensor DetachSquares(int number, Tensor ofEach, int pair = 0)
    {
        ArgumentNullException.ThrowIfNull(ofEach);
        return lastPasses[pair].OfRegularizer(number, ofEach.detach());
    }

    /// <summary>
    /// Runs backward from the outputs of D's graph, each with the derivative of D's loss there, only to D's parameters, and to the fakes if wanted. All outputs
    /// are disposed.
    /// </summary>
    protected void BackwardToParameters((Tensor End, Tensor Seed)[] ends, Tensor? and = null) => BackwardToParameters(PlayingDiscriminator, ends, and);

    /// <summary>Like the other, to the parameters of one of two discriminators.</summary>
    protected static void BackwardToParameters(TorchNetwork discriminator, (Tensor End, Tensor Seed)[] ends, Tensor? and = null)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(ends);
        autograd.backward(
            [.. ends.Select(end => end.End)], [.. ends.Select(end => end.Seed)], inputs: and is null ? discriminator.Tracked : [.. discriminator.Tracked, and]);
        foreach (var (end, seed) in ends)
        {
            end.Dispose();
            seed.Dispose();
        }
    }
}
