using System.Globalization;
using GanDsl;
using GanDsl.Torch;
using GanDsl.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace FashionMnist;

/// <summary>A small classifier of clothes, trained here, in place of Inception: pictures are compared by its last hidden layer.</summary>
internal sealed class ClothingClassifier : IFeatureExtractor, IDisposable
{
    private const int BatchSize = 250;

    private readonly Module<Tensor, Tensor> features;
    private readonly Module<Tensor, Tensor> head;

    private ClothingClassifier(long seed)
    {
        TorchLibrary.EnsureLoaded();
        random.manual_seed(seed);
        features = Sequential(
            Conv2d(1, 32, 3, padding: 1), ReLU(), MaxPool2d(2),
            Conv2d(32, 64, 3, padding: 1), ReLU(), MaxPool2d(2),
            Flatten(), Linear(64 * 7 * 7, Features), ReLU());
        head = Linear(Features, LabelledClothes.Classes);
    }

    private const int Features = 128;

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"a classifier of clothes of accuracy {Accuracy:F3}");

    /// <inheritdoc/>
    public int Size => Features;

    /// <summary>The fraction of test images that it classifies correctly.</summary>
    public double Accuracy { get; private set; }

    /// <summary>Trains a classifier.</summary>
    /// <param name="training">The training images.</param>
    /// <param name="test">The test images.</param>
    /// <param name="seed">The seed of weights and order.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="progress">Called with the progress, from 0 to 1.</param>
    public static ClothingClassifier Train(LabelledClothes training, LabelledClothes test, long seed, int epochs, Action<double> progress)
    {
        var classifier = new ClothingClassifier(seed);
        using var adam = optim.Adam([.. classifier.features.parameters(), .. classifier.head.parameters()], lr: 1e-3);
        var data = new ImageDataset<S1x28x28>(training.Images, seed, training.Labels);
        var batchSize = Math.Min(BatchSize, data.Count);
        var (done, all) = (0, epochs * (data.Count / batchSize));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in data.Batches(batchSize))
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                var logits = classifier.head.forward(classifier.features.forward(Pictures(batch.Values.Span)));
                functional.cross_entropy(logits, tensor(batch.Labels.ToArray().Select(label => (long)label).ToArray())).backward();
                adam.step();
                progress((double)++done / all);
            }
        }

        classifier.Accuracy =
            Enumerable.Range(0, test.Images.Count).Chunk(BatchSize).Sum(part => classifier.Right(test, part[0], part.Length)) / (double)test.Images.Count;
        return classifier;
    }

    /// <inheritdoc/>
    public float[] Extract(ReadOnlySpan<float> samples) => Apply(samples, features.forward);

    /// <summary>Ten class probabilities for each sample.</summary>
    public float[] Probabilities(ReadOnlySpan<float> samples) => Apply(samples, pictures => head.forward(features.forward(pictures)).softmax(1));

    /// <inheritdoc/>
    public void Dispose()
    {
        features.Dispose();
        head.Dispose();
    }

    private int Right(LabelledClothes test, int from, int count)
    {
        var probabilities = Probabilities(test.Samples(from, count));
        return Enumerable.Range(0, count).Count(i => probabilities.AsSpan(i * LabelledClothes.Classes, LabelledClothes.Classes)
            .IndexOf(probabilities.Skip(i * LabelledClothes.Classes).Take(LabelledClothes.Classes).Max()) == test.Labels[from + i]);
    }

    private static float[] Apply(ReadOnlySpan<float> samples, Func<Tensor, Tensor> forward)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        return forward(Pictures(samples)).data<float>().ToArray();
    }

    private static Tensor Pictures(ReadOnlySpan<float> samples) => tensor(samples.ToArray()).reshape(-1, 1, 28, 28);
}
