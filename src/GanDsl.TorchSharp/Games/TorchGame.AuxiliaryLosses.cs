using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Functions for auxiliary losses: codes among the latents, seeds at D's heads, and values for the report.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>The numbers of a head, detached, remembered for Report with their targets. Nothing is disposed.</summary>
    /// <param name="number">The auxiliary loss's index.</param>
    /// <param name="pass">Their pass.</param>
    /// <param name="scores">(N, head).</param>
    /// <param name="targets">(N, targets).</param>
    /// <param name="pair">Which pair's: 0, or 1 of the second.</param>
    protected Tensor AuxiliaryRows(int number, AuxiliaryLossPass pass, Tensor scores, Tensor targets, int pair = 0)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(targets);
        return lastPasses[pair].OfAuxiliaryLoss(number, pass, scores.detach(), targets.detach());
    }

    /// <summary>The fakes' half of a joint pass, which is disposed.</summary>
    protected static Tensor FakesOf(Tensor joint, int count)
    {
        ArgumentNullException.ThrowIfNull(joint);
        using (joint) return joint.narrow(0, count, count);
    }

    /// <summary>x, followed by y in each row. Both are disposed.</summary>
    protected static Tensor Beside(Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        using (x)
        using (y)
        {
            return cat([x, y], 1);
        }
    }

    /// <summary>x clamped to a bound on both sides of 0: a new tensor.</summary>
    protected Tensor Bounded(Tensor x, double bound)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.clamp(Number(-bound), Number(bound));
    }

    /// <summary>A seed with 0 where x is beyond the bound, written over the seed.</summary>
    protected Tensor Within(Tensor seed, Tensor x, double bound)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(x);
        using var sizes = x.abs();
        using var isOutside = sizes.gt(Number(bound));
        return seed.masked_fill_(isOutside, Number(0));
    }

    /// <summary>Runs backward from several outputs of a graph, each with the derivative of the loss there. All are disposed.</summary>
    protected static void Backward((Tensor End, Tensor Seed)[] ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        autograd.backward([.. ends.Select(end => end.End)], [.. ends.Select(end => end.Seed)]);
        foreach (var (end, seed) in ends)
        {
            end.Dispose();
            seed.Dispose();
        }
    }

    /// <summary>An auxiliary loss's values, in float64 from the rows of its passes.</summary>
    /// <param name="number">Its index.</param>
    /// <param name="parts">How many parts a row has, each as long as the targets.</param>
    /// <param name="takesShares">Whether the loss takes log-softmax of a row's numbers.</param>
    /// <param name="loss">The loss of numbers of the first part, of the second if there is one, and their target.</param>
    /// <param name="bound">The bound of the second part, on both sides of 0.</param>
    /// <param name="isMean">Whether the sum over a row's targets is divided by their number.</param>
    protected AuxiliaryLossValue AuxiliaryLoss(
        int number, int parts, bool takesShares, Func<double, double, double, double> loss, double bound = double.PositiveInfinity, bool isMean = false)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var inGenerator = lastPasses[0].RowsOf(number, AuxiliaryLossPass.Generator) is not null
            ? Mean(AuxiliaryLossPass.Generator)
            : CarriedAuxiliaryLoss(number);
        return new AuxiliaryLossValue(
            AuxiliaryLossNames[number], Mean(AuxiliaryLossPass.Discriminator) + Mean(AuxiliaryLossPass.DiscriminatorOnFakes), inGenerator);

        double Mean(AuxiliaryLossPass pass) =>
            lastPasses.Average(of => of.RowsOf(number, pass) is { } rows ? MeanOf(rows.Scores, rows.Targets, of.RealLogits!.size(0)) : 0);

        // For a joint pass, the means of both halves.
        double MeanOf(Tensor ofScores, Tensor ofTargets, long count)
        {
            var (scores, targets) = (HostMemory.Read(ofScores), HostMemory.Read(ofTargets));
            var width = (int)ofTargets.size(1);
            var sum = 0.0;
            for (var row = 0; row < targets.Length / width; row++)
            {
                var offset = takesShares ? LogOfSum(scores.AsSpan(row * width, width)) : 0;
                for (var i = 0; i < width; i++)
                {
                    sum += loss(
                        scores[(row * parts * width) + i] - offset,
                        parts == 1 ? 0 : Math.Clamp(scores[(((row * parts) + 1) * width) + i], -bound, bound),
                        targets[(row * width) + i]);
                }
            }

            return sum / (isMean ? targets.Length : count);
        }
    }

    // log Σ eˣ.
    private static double LogOfSum(ReadOnlySpan<float> scores)
    {
        var largest = double.NegativeInfinity;
        foreach (var score in scores) largest = Math.Max(largest, score);
        var sum = 0.0;
        foreach (var score in scores) sum += Math.Exp(score - largest);
        return largest + Math.Log(sum);
    }

    private void DrawCode(Tensor latents, LatentCode code)
    {
        using var columns = latents.narrow(1, code.From, code.Count);
        if (code.Code == Code.Gaussian)
        {
            using var numbers = random.Uniform([latents.size(0), code.Count]);
            columns.copy_(numbers.mul_(Number(2)).add_(Number(-1)));
            return;
        }

        using var uniform = random.Uniform([latents.size(0), 1]);
        using var classes = uniform.mul_(Number(code.Count)).floor_().clamp_(Number(0), Number(code.Count - 1)).to(ScalarType.Int64);
        columns.fill_(Number(0));
        using var one = ones_like(uniform);
        columns.scatter_(1, classes, one);
    }
}
