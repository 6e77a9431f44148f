using System.Globalization;

namespace GanDsl.Training.Tests;

public sealed class MetricsCsvTests : IDisposable
{
    private static readonly StepReport Report = new(
        50, -1.25, 0.5, double.NaN, 0.75, 0.25, 1e-7, 12345.678, Divergence: "JSD", Estimate: 0.0625, AccuracyOnReals: 0.875, AccuracyOnFakes: 1);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Rows_AreTheSame_UnderEveryCulture(string culture)
    {
        var old = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var csv = new MetricsCsv(folder["metrics.csv"]);
            csv.Append(1, 3_200, 1234.5678, Report);
            csv.Append(2, 6_400, 2, Report with
            {
                Step = 100,
                Value = -0.5,
                Penalty = 1e-3,
                AugmentationProbability = 0.25,
                AuxiliaryLosses = [new("A(x)", 0.5, -1), new("B(y)", 0.25, 0.5)]
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = old;
        }

        Assert.Equal(
            """
            step,epoch,images,seconds,value,divergence,estimate,loss_d,loss_g,mean_real,mean_fake,acc_real,acc_fake,grad_d,grad_g,penalty,terms_d,terms_g,augmentation_p
            50,1,3200,1234.568,-1.25,JSD,0.0625,0.5,NaN,0.75,0.25,0.875,1,1E-07,12345.678,NaN,NaN,NaN,NaN
            100,2,6400,2.000,-0.5,JSD,0.0625,0.5,NaN,0.75,0.25,0.875,1,1E-07,12345.678,0.001,0.75,-0.5,0.25

            """,
            File.ReadAllText(folder["metrics.csv"]));
    }

    [Fact]
    public void EveryRow_IsThereWholeAsSoonAsItIsAppended()
    {
        using var csv = new MetricsCsv(folder["metrics.csv"]);
        for (var row = 1; row <= 20; row++)
        {
            csv.Append(1, row, row, Report);
            using var reader = new StreamReader(new FileStream(folder["metrics.csv"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var text = reader.ReadToEnd();
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.Equal(1 + row, text.Count(c => c == '\n'));
        }
    }

    [Fact]
    public void AnOldFile_IsReplaced()
    {
        folder.Write("metrics.csv", "an older and longer run\n"u8.ToArray());
        new MetricsCsv(folder["metrics.csv"]).Dispose();
        Assert.Equal(MetricsCsv.Header + "\n", File.ReadAllText(folder["metrics.csv"]));
        Assert.Equal(["metrics.csv"], folder.Names);
    }

    [Fact]
    public void ARowThatFailsHalfway_IsTakenBack()
    {
        using (var csv = new MetricsCsv(folder["metrics.csv"])) csv.Append(1, 64, 1, Report);
        var whole = File.ReadAllText(folder["metrics.csv"]);
        using (var csv = new MetricsCsv(new FullDisk(folder["metrics.csv"])))
        {
            Assert.Equal("disk full", Assert.Throws<IOException>(() => csv.Append(1, 128, 2, Report)).Message);
        }

        Assert.Equal(whole, File.ReadAllText(folder["metrics.csv"]));
    }

    [Fact]
    public void AMissingFolder_IsAnError() => Assert.Throws<DirectoryNotFoundException>(() => new MetricsCsv(Path.Combine(folder["none"], "metrics.csv")));

    private sealed class FullDisk(string path) : FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer[..(buffer.Length / 2)]);
            throw new IOException("disk full");
        }
    }
}
