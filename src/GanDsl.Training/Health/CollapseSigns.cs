using System.Globalization;

namespace GanDsl.Training;

/// <summary>Signs that training fails though its numbers are finite. Each is reported once, and again only after it has disappeared.</summary>
/// <param name="reports">The number of consecutive reports with a sign before a warning.</param>
internal sealed class CollapseSigns(int reports)
{
    private const double Pinned = 0.99;
    private const double WorseThanGuessing = -0.1;
    private const double FewOfTheMost = 0.1;
    private const double FewOfTheReals = 0.01;
    private const string WorseD = "D does worse than guessing, and V means nothing; give D more steps or smaller ones";

    private readonly Sign pinned = new(reports);
    private readonly Sign worse = new(reports);
    private readonly Sign same = new(1);
    private double most;

    /// <summary>The signs in a report.</summary>
    public IEnumerable<string> Look(StepReport report)
    {
        if (pinned.Stands(report.AccuracyOnReals >= Pinned && report.AccuracyOnFakes >= Pinned))
        {
            yield return Text(
                report.Step,
                $"D has classified at least 99 % of reals and fakes correctly in {reports} reports: G's gradient vanishes; regularise D, or slow it down");
        }

        if (worse.Stands(report.Estimate < WorseThanGuessing))
        {
            yield return Text(
                report.Step,
                $"V has implied a {report.Divergence} below 0, now of {report.Estimate:F3}, in {reports} reports: {WorseD}");
        }
    }

    /// <summary>The signs in samples of the same latents.</summary>
    /// <param name="step">The number of steps.</param>
    /// <param name="samples">Samples, one after the other.</param>
    /// <param name="count">Their number.</param>
    /// <param name="ofReals">By how much reals differ; null if unknown.</param>
    public IEnumerable<string> Look(long step, ReadOnlySpan<float> samples, int count, double? ofReals = null)
    {
        var spread = Spread(samples, count);
        most = Math.Max(most, spread);

        // From the first look on, which has nothing before it. One sample, or reals that are all alike, say nothing.
        var areAlike = count > 1 && (ofReals is { } reals ? spread < FewOfTheReals * reals : spread == 0);
        if (!same.Stands(areAlike || spread < FewOfTheMost * most)) return [];
        var than = ofReals is { } of ? FormattableString.Invariant($", reals by {of:G3}") : string.Empty;
        return areAlike
            ? [Text(step, $"samples of different latents are all alike: they differ by {spread:G3} a number{than}")]
            : [Text(step, $"samples differ by {spread:G3} a number, {spread / most:P0} of the most before: G's samples become less diverse")];
    }

    /// <summary>The standard deviation of a number from sample to sample, as the root of the variances' mean.</summary>
    internal static double Spread(ReadOnlySpan<float> samples, int count)
    {
        var size = samples.Length / count;
        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            var (mean, squares) = (0.0, 0.0);
            for (var k = 0; k < count; k++) mean += samples[(k * size) + i] / (double)count;
            for (var k = 0; k < count; k++) squares += (samples[(k * size) + i] - mean) * (samples[(k * size) + i] - mean);
            sum += squares / count;
        }

        return Math.Sqrt(sum / size);
    }

    private static string Text(long step, FormattableString text) =>
        string.Create(CultureInfo.InvariantCulture, $"step {step}: {text.ToString(CultureInfo.InvariantCulture)}.");

    private sealed class Sign(int times)
    {
        private int seen;

        /// <summary>Whether it has now been seen exactly that many times in a row.</summary>
        public bool Stands(bool isSeen)
        {
            seen = isSeen ? seen + 1 : 0;
            return seen == times;
        }
    }
}
