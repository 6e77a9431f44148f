using GanDsl.Training;

namespace FashionMnist;

/// <summary>Measures a generator's pictures by the features of a classifier.</summary>
internal static class Evaluation
{
    private const int BatchSize = 250;

    /// <summary>Compares pictures of a game with test images.</summary>
    /// <param name="draw">Draws that many pictures from the game.</param>
    /// <param name="classifier">The classifier whose features are compared.</param>
    /// <param name="test">The images.</param>
    /// <param name="count">The number of pictures, and of images that they are compared with, if there are as many.</param>
    public static IReadOnlyList<MetricValue> Of(Func<int, float[]> draw, ClothingClassifier classifier, LabelledClothes test, int count)
    {
        var reals = FeatureSet.Of(
            "test images", classifier, Parts(Math.Min(count, test.Images.Count)).Select(part => (ReadOnlyMemory<float>)test.Samples(part.From, part.Count)));
        float[][] made = [.. Parts(count).Select(part => draw(part.Count))];
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
            InceptionScore.Of(
                "pictures",
                classifier.Name,
                made.SelectMany(batch => classifier.Probabilities(batch)).ToArray(),
                LabelledClothes.Classes,
                splits: Math.Min(10, count)),
        ];
    }

    private static IEnumerable<(int From, int Count)> Parts(int count)
    {
        for (var from = 0; from < count; from += BatchSize) yield return (from, Math.Min(BatchSize, count - from));
    }
}
