using System.Globalization;

namespace GanDsl.Training;

/// <summary>
/// e to the mean divergence KL(p(y|x) ‖ p(y)) of a classifier's probabilities on samples (Salimans et al. 2016): 1 where they are the same for all, the number
/// of classes where it is sure of each and all are equally frequent. It uses only fakes, no reals.
/// </summary>
public static class InceptionScore
{
    /// <summary>The score of samples, a mean over parts of them.</summary>
    /// <param name="name">The samples' name.</param>
    /// <param name="classifier">The classifier's name.</param>
    /// <param name="probabilities">p(y|x), sample by sample; each sample's add up to 1.</param>
    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <param name="splits">How many parts, in order, at least 1 and at most as many as samples.</param>
    /// <exception cref="ArgumentException">The probabilities are not those of whole samples, or do not add up to 1 within 0.001.</exception>
    public static MetricValue Of(string name, string classifier, ReadOnlySpan<float> probabilities, int classes, int splits = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (probabilities.Length == 0 || probabilities.Length % classes != 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{probabilities.Length} numbers are not {classes} probabilities a sample; pass N × {classes}."),
                nameof(probabilities));
        }

        var count = probabilities.Length / classes;
        if (splits < 1 || splits > count)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{count} samples cannot be cut into {splits} parts; pass 1 to {count}."), nameof(splits));
        for (var sample = 0; sample < count; sample++)
        {
            var sum = 0.0;
            foreach (var p in probabilities.Slice(sample * classes, classes)) sum += p >= 0 ? p : double.NaN;
            if (!(Math.Abs(sum - 1) <= 1e-3)) throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The probabilities of sample {sample} add up to {sum:G4}, not to 1; pass what a softmax gives."),
                nameof(probabilities));
        }

        var scores = new double[splits];
        for (var split = 0; split < splits; split++)
        {
            var (from, to) = ((int)((long)count * split / splits), (int)((long)count * (split + 1) / splits));
            scores[split] = Score(probabilities[(from * classes)..(to * classes)], classes);
        }

        var mean = scores.Average();
        return new MetricValue(
            "inception-style score",
            mean,
            string.Create(CultureInfo.InvariantCulture, $"{classes} classes of {classifier}, {count:N0} {name}, in {splits} parts"),
            splits == 1 ? double.NaN : Math.Sqrt(scores.Sum(score => Math.Pow(score - mean, 2)) / splits));
    }

    private static double Score(ReadOnlySpan<float> probabilities, int classes)
    {
        var (count, marginal) = (probabilities.Length / classes, new double[classes]);
        for (var i = 0; i < probabilities.Length; i++) marginal[i % classes] += (double)probabilities[i] / count;
        var divergence = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] > 0) divergence += probabilities[i] * Math.Log(probabilities[i] / marginal[i % classes]);
        }

        return Math.Exp(divergence / count);
    }
}
