using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>The functions that generated steps call. They dispose their inputs, so that nothing outlives its last use.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    // 1/N and its multiples, created once per batch size: a scalar argument is an allocation on both sides.
    private readonly List<(double Factor, Scalar Value)> shares = [];
    private int sharesOf;

    private readonly List<(double Value, Scalar Scalar)> numbers = [];

    // The reused argument lists of a step's calls.
    private readonly Tensor[] halves = new Tensor[2];
    private readonly Tensor[] seeds = new Tensor[2];
    private readonly Tensor[] end = new Tensor[1];
    private readonly Tensor[] seedOfEnd = new Tensor[1];

    /// <summary>Train mode, gradients flow to the parameters.</summary>
    protected const ForwardMode Train = ForwardMode.Train;

    /// <summary>Train mode, the parameters are constants.</summary>
    protected const ForwardMode TrainFrozen = ForwardMode.TrainFrozen;

    /// <summary>Begins a call of Step.</summary>
    /// <param name="reals">(N, …).</param>
    /// <param name="latents">(N, latent).</param>
    /// <returns>N, and whether this call updates G.</returns>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected (int Count, bool GeneratorMoves) BeginStep(Tensor reals, Tensor latents)
    {
        ArgumentNullException.ThrowIfNull(reals);
        var count = (int)reals.size(0);
        CheckRows(count, latents, GeneratorInputs, GeneratorInputs);

        if (sharesOf != count)
        {
            foreach (var (_, value) in shares) value.Dispose();
            shares.Clear();
            sharesOf = count;
        }

        return (count, GeneratorMovesNext);
    }

    /// <summary>Begins a call of Step whose G draws its own latents.</summary>
    /// <param name="reals">(N, …).</param>
    /// <param name="latents">(N, latent), of D's fakes.</param>
    /// <param name="generatorLatents">(N, latent), of G's fakes; not read where the call does not update G.</param>
    /// <returns>N, and whether this call updates G.</returns>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected (int Count, bool GeneratorMoves) BeginStep(Tensor reals, Tensor latents, Tensor generatorLatents)
    {
        ArgumentNullException.ThrowIfNull(reals);
        CheckRows((int)reals.size(0), generatorLatents, nameof(generatorLatents));
        return BeginStep(reals, latents);
    }

    /// <summary>Begins a call of Step that may update D alone.</summary>
    /// <param name="reals">(N, …).</param>
    /// <param name="latents">(N, latent), of D's fakes.</param>
    /// <param name="generatorLatents">(N, latent), of G's fakes; a default batch where the call does not update G.</param>
    /// <returns>N, and whether this call updates G.</returns>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected (int Count, bool GeneratorMoves) BeginStep(Tensor reals, Tensor latents, Batch<TLatent> generatorLatents) =>
        GeneratorMovesNext ? BeginStep(reals, latents, generatorLatents.Tensor) : BeginStep(reals, latents);

    /// <summary>The threads of a step, until it ends.</summary>
    /// <param name="count">N.</param>
    /// <param name="multiplyAdds">The approximate number per sample.</param>
    protected StepThreads ThreadsFor(int count, long multiplyAdds) => new(Device, count * multiplyAdds);

    /// <summary>factor/N, which turns the sum over a batch into a mean.</summary>
    protected Scalar Share(double factor)
    {
        foreach (var share in shares)
        {
            if (share.Factor == factor) return share.Value;
        }

        Scalar value = (float)(factor / sharesOf);
        shares.Add((factor, value));
        return value;
    }

    /// <summary>A number as libtorch takes it, created once: one created for a call could be finalised before the call has read it.</summary>
    protected Scalar Number(double value)
    {
        foreach (var known in numbers)
        {
            if (known.Value == value) return known.Scalar;
        }

        Scalar scalar = value;
        numbers.Add((value, scalar));
        return scalar;
    }

    /// <summary>Concatenates reals and fakes: 2 × (N, …) → (2N, …). The fakes are disposed.</summary>
    protected Tensor Join(Tensor reals, Tensor fakes)
    {
        ArgumentNullException.ThrowIfNull(fakes);
        (halves[0], halves[1]) = (reals, fakes);
        using (fakes) return cat(halves);
    }

    /// <summary>The labels of the reals, repeated for the fakes: (N, classes) → (2N, classes). Nothing is disposed.</summary>
    protected static Tensor Twice(Tensor labels) => cat([labels, labels]);

    /// <summary>Concatenates dL/dℓ on reals and on fakes, as <see cref="Join"/> does the samples. Both are disposed.</summary>
    protected Tensor JoinSeeds(Tensor onReals, Tensor onFakes)
    {
        ArgumentNullException.ThrowIfNull(onReals);
        using (onReals) return Join(onReals, onFakes);
    }

    /// <summary>D's logits on both halves of a joint pass, detached, remembered for Report.</summary>
    /// <param name="joint">(2N, …).</param>
    /// <param name="count">N.</param>
    /// <param name="pair">Which pair's: 0, or 1 of the second.</param>
    protected (Tensor OnReals, Tensor OnFakes) SplitLogits(Tensor joint, int count, int pair = 0)
    {
        ArgumentNullException.ThrowIfNull(joint);
        using var values = joint.detach();
        return Remember(values.narrow(0, 0, count), values.narrow(0, count, count), pair);
    }

    /// <summary>D's logits of two passes, detached, remembered for Report.</summary>
    /// <param name="onReals">(N, …).</param>
    /// <param name="onFakes">(N, …).</param>
    /// <param name="pair">Which pair's: 0, or 1 of the second.</param>
    protected (Tensor OnReals, Tensor OnFakes) DetachLogits(Tensor onReals, Tensor onFakes, int pair = 0)
    {
        ArgumentNullException.ThrowIfNull(onReals);
        ArgumentNullException.ThrowIfNull(onFakes);
        return Remember(onReals.detach(), onFakes.detach(), pair);
    }

    /// <summary>D's logits in G's update, detached, remembered for Report.</summary>
    /// <param name="logits">(N, …).</param>
    /// <param name="pair">Which pair's: 0, or 1 of the second.</param>
    protected Tensor DetachLogits(Tensor logits, int pair = 0)
    {
        ArgumentNullException.ThrowIfNull(logits);
        return lastPasses[pair].OfGenerator(logits.detach());
    }

    /// <summary>Runs backward from dL/dℓ. Both are disposed.</summary>
    protected void Backward(Tensor logits, Tensor seed)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(seed);
        using (logits)
        using (seed)
        {
            (end[0], seedOfEnd[0]) = (logits, seed);
            autograd.backward(end, seedOfEnd);
        }
    }

    /// <summary>Runs backward from dL/dℓ through two passes at once. All four are disposed.</summary>
    protected void Backward(Tensor onReals, Tensor seedOnReals, Tensor onFakes, Tensor seedOnFakes)
    {
        ArgumentNullException.ThrowIfNull(onReals);
        ArgumentNullException.ThrowIfNull(onFakes);
        using (onReals)
        using (seedOnReals)
        using (onFakes)
        using (seedOnFakes)
        {
            (halves[0], halves[1], seeds[0], seeds[1]) = (onReals, onFakes, seedOnReals, seedOnFakes);
            autograd.backward(halves, seeds);
        }
    }

    /// <summary>One value everywhere, in the shape of the logits.</summary>
    protected static Tensor Filled(Tensor logits, Scalar value) => full_like(logits, value);

    /// <summary>x + y, in place of x; y is disposed.</summary>
    protected static Tensor Plus(Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        using (y) return x.add_(y);
    }

    /// <summary>x · y, in place of x; y is disposed.</summary>
    protected static Tensor Times(Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        using (y) return x.mul_(y);
    }

    /// <summary>x / y, in place of x; y is disposed.</summary>
    protected static Tensor Over(Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        using (y) return x.div_(y);
    }

    /// <summary>x where the condition is above 0, else y; all are disposed.</summary>
    protected Tensor Choose(Tensor condition, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using (condition)
        using (x)
        using (y)
        using (var isPositive = condition.gt(Number(0)))
        {
            return where(isPositive, x, y);
        }
    }

    // A call counts only from here on: one that a pass of D refuses, as BatchNorm does a single sample, does not advance the schedule.
    private (Tensor OnReals, Tensor OnFakes) Remember(Tensor onReals, Tensor onFakes, int pair)
    {
        lastPasses[pair].OfDiscriminator(onReals, onFakes);
        if (pair < lastPasses.Count - 1) return (onReals, onFakes);
        Steps++;
        SeeReals((int)onReals.size(0));
        return (onReals, onFakes);
    }

    private static void CheckRows(int count, Tensor? given, string parameter, string what = "latents")
    {
        ArgumentNullException.ThrowIfNull(given, parameter);
        CheckCount(count, (int)given.size(0), parameter, what);
    }

    private static void Replace(ref Tensor? slot, Tensor value)
    {
        slot?.Dispose();
        slot = value.Keep();
    }
}
