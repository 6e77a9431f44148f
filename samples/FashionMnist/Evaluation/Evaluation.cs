using System.Globalization;
using System.Text;
using GanDsl;
using GanDsl.Training;

namespace FashionMnist;

/// <summary>How good a generator's pictures are, by the features of a classifier: all of it in <c>evaluation.csv</c>.</summary>
internal static class Evaluation
{
    private const int BatchSize = 250;

    /// <summary>Compares pictures of a game with test images.</summary>
    /// <param name="gan">The game.</param>
    /// <param name="classifier">Whose features are compared.</param>
    /// <param name="test">The images.</param>
    /// <param name="count">How many pictures are made, and how many images they are compared with, where there are as many.</param>
    public static IReadOnlyList<MetricValue> Of(IGan gan, ClothingClassifier classifier, LabelledClothes test, int count)
    {
        var reals = FeatureSet.Of("test images", classifier, Parts(Math.Min(count, test.Images.Count)).Select(part => (ReadOnlyMemory<float>)test.Samples(part.From, part.Count)));
        float[][] made = [.. Parts(count).Select(part => gan.Sample(gan.Noise(part.Count)))];
        var fakes = FeatureSet.Of("pictures", classifier, made.Select(batch => (ReadOnlyMemory<float>)batch));
        var near = Neighbourhoods.Between(reals, fakes, k: Math.Min(5, Math.Min(reals.Count, fakes.Count) - 1));
        return
        [
            FrechetDistance.Between(reals, fakes),
            KernelDistance.Between(reals, fakes, subsets: 20),
            near.Precision,
            near.Recall,
            near.Density,
            near.Coverage,
            InceptionScore.Of("pictures", classifier.Name, made.SelectMany(batch => classifier.Probabilities(batch)).ToArray(), LabelledClothes.Classes, splits: Math.Min(10, count)),
        ];
    }

    /// <summary>Writes or replaces the table, atomically.</summary>
    public static void Save(string path, IEnumerable<MetricValue> values)
    {
        var text = new StringBuilder("metric,value,spread,protocol\n");
        foreach (var value in values) text.Append(CultureInfo.InvariantCulture, $"{value.Name},{value.Value:R},{value.Spread:R},\"{value.Protocol}\"\n");
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<(int From, int Count)> Parts(int count)
    {
        for (var from = 0; from < count; from += BatchSize) yield return (from, Math.Min(BatchSize, count - from));
    }
}
