namespace GanDsl.Training.Tests.Metrics;

/// <summary>Files of metrics, written and read back.</summary>
public sealed class MetricFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatIsWritten_IsReadBack()
    {
        MetricValue[] values =
            [new("Fréchet distance", 1.0 / 3, "128 features of a \"classifier\", 3 against 4"), new("kernel distance", -1e-12, "plain", 0.125)];
        MetricFile.Save(folder["evaluation.csv"], values);
        Assert.Equal(values, MetricFile.Read(folder["evaluation.csv"]));
    }

    [Theory]
    [InlineData("name,value\n", "other columns")]
    [InlineData("metric,value,spread,protocol\na,1,NaN\n", "the line 'a,1,NaN'")]
    [InlineData("metric,value,spread,protocol\na,one,NaN,b\n", "the line 'a,one,NaN,b'")]
    public void WhatIsNoTable_IsRefused(string text, string found)
    {
        File.WriteAllText(folder["evaluation.csv"], text);
        Assert.Equal(
            $"{folder["evaluation.csv"]}: expected a table of metric,value,spread,protocol, found {found}; evaluate again.",
            Assert.Throws<DataFileException>(() => MetricFile.Read(folder["evaluation.csv"])).Message);
    }
}
