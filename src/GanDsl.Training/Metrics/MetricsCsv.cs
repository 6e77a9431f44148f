using System.Globalization;
using System.Text;

namespace GanDsl.Training;

/// <summary>A run's numbers as comma-separated text, one row at a time, in the invariant culture.</summary>
/// <remarks>A row is one write of a whole line, so a process killed at any moment leaves whole lines; a failed write is undone.</remarks>
public sealed class MetricsCsv : IDisposable
{
    /// <summary>
    /// The columns. Value is what D ascends, divergence the name of what it bounds and estimate the estimate of that; mean is of D(x), or of a critic's scores;
    /// acc is the fraction of a batch that D classifies correctly; terms_d and terms_g are the sums of the auxiliary losses in the players' losses;
    /// augmentation_p is the probability of adaptive augmentations; seconds are since training began. What a game does not have is NaN.
    /// </summary>
    public const string Header = "step,epoch,images,seconds,value,divergence,estimate,loss_d,loss_g,mean_real,mean_fake,acc_real,acc_fake,grad_d,grad_g,"
        + "penalty,terms_d,terms_g,augmentation_p";

    private const int SecondsColumn = 3;

    private static readonly int Columns = Header.Split(',').Length;

    private string path;
    private FileStream file;

    /// <summary>Starts a file with its header, and replaces an existing one.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written to.</exception>
    public MetricsCsv(string path)
    {
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Header + "\n")));

        this.path = path;
        file = Append(path);
    }

    /// <summary>Continues a run's file after a step, and removes later rows, which are of an abandoned path.</summary>
    /// <param name="path">The file; if there is none, it is created.</param>
    /// <param name="step">The step.</param>
    /// <param name="elapsed">The time of the last remaining row.</param>
    /// <exception cref="DataFileException">The file has another header.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static MetricsCsv Resume(string path, long step, out TimeSpan elapsed)
    {
        elapsed = TimeSpan.Zero;
        if (!File.Exists(path)) return new MetricsCsv(path);
        elapsed = Keep(path, step);
        return new MetricsCsv(Append(path));
    }

    /// <summary>Removes the rows after a step, which are of an abandoned path.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void RemoveAfter(long step)
    {
        file.Dispose();
        Keep(path, step);
        file = Append(path);
    }

    /// <summary>Closes the file for a while, so that it can be moved.</summary>
    internal void Close() => Dispose();

    /// <summary>Goes on in the file after it was closed, at its new place.</summary>
    internal void Reopen(string at) => (path, file) = (at, Append(at));

    private static TimeSpan Keep(string path, long step)
    {
        var kept = Rows(path, File.ReadAllLines(path))
            .TakeWhile(row => row.Length == Columns && long.TryParse(row[0], CultureInfo.InvariantCulture, out var at) && at <= step).ToList();
        AtomicFile.Write(
            path, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat([Header + "\n", .. kept.Select(row => string.Join(',', row) + "\n")]))));
        return kept is [.., var last] && double.TryParse(last[SecondsColumn], CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;
    }

    /// <summary>The rows of a file, column by column; a partially written row has fewer.</summary>
    /// <exception cref="DataFileException">The file has another header.</exception>
    internal static IEnumerable<string[]> Rows(string path, IReadOnlyList<string> lines) => lines is [Header, ..]
        ? lines.Skip(1).Select(line => line.Split(','))
        : throw new DataFileException(path, "a run's metrics", "a file with other columns", "move it away");

    /// <summary>Continues a file that has its header.</summary>
    internal MetricsCsv(FileStream file) => (path, this.file) = (file.Name, file);

    /// <summary>Adds a row.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="images">How many reals were seen, all epochs together.</param>
    /// <param name="seconds">Seconds since training began.</param>
    /// <param name="report">The step's report.</param>
    /// <exception cref="IOException">The row cannot be written; the file is unchanged.</exception>
    public void Append(int epoch, long images, double seconds, StepReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Step},{epoch},{images},{seconds:F3},{report.Value:R},{report.Divergence},{report.Estimate:R},{report.DiscriminatorLoss:R},"
                + $"{report.GeneratorLoss:R},{report.MeanOnReals:R},{report.MeanOnFakes:R},{report.AccuracyOnReals:R},{report.AccuracyOnFakes:R},"
                + $"{report.DiscriminatorGradientNorm:R},{report.GeneratorGradientNorm:R},{report.Penalty:R},"
                + $"{Sum(report, auxiliaryLoss => auxiliaryLoss.InDiscriminatorLoss):R},{Sum(report, auxiliaryLoss => auxiliaryLoss.InGeneratorLoss):R},"
                + $"{report.AugmentationProbability:R}\n");
        var before = file.Length;
        try
        {
            file.Write(Encoding.UTF8.GetBytes(row));
        }
        catch (IOException)
        {
            file.SetLength(before);
            throw;
        }
    }

    private static double Sum(StepReport report, Func<AuxiliaryLossValue, double> part) =>
        report.AuxiliaryLosses.Count == 0 ? double.NaN : report.AuxiliaryLosses.Sum(part);

    // No buffer: a row's one write must be the system's one write.
    private static FileStream Append(string path) => new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Flushes to the disk and closes the file.</summary>
    public void Dispose()
    {
        if (!file.CanWrite) return;
        file.Flush(flushToDisk: true);
        file.Dispose();
    }
}
