using GanDsl.Tests.Torch.Games;
using GanDsl.Tests.Torch.Layers;
using GanDsl.Torch;
using GanDsl.Training;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;
using OnnxTensors = Microsoft.ML.OnnxRuntime.Tensors;

namespace GanDsl.Tests.Torch.Networks;

/// <summary>
/// What ToOnnx describes, run by ONNX Runtime: it takes the network's weights and gives its outputs in eval mode, 1e-5 relative to the largest, for other
/// batches, too. Of every layer's network, and of one with labels.
/// </summary>
public sealed class OnnxTests : IDisposable
{
    private const double Tolerance = 1e-5;

    private readonly string folder = Directory.CreateTempSubdirectory("gandsl-onnx-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Cases => [.. LayerCases.All.Keys];

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void ALayersNetwork_GivesTheSameOutputs(string name)
    {
        var one = LayerCases.All[name];
        using var network = one.Network();
        if (Graph(network) is not { } graph)
        {
            // It looks at several samples at once, which no graph of ONNX does.
            Assert.Contains("MinibatchStdDev", name, StringComparison.Ordinal);
            return;
        }

        Check(network, graph, [one.Latent], classes: 0, name);
    }

    [Fact]
    [LayersOf(typeof(ConditionalPictures.Generator))]
    public void ANetworkWithLabels_TakesThemAsNumbers()
    {
        using var network = new ConditionalPictures.Generator.Torch(1);
        Check(network, ConditionalPictures.Generator.ToOnnx(), [8], classes: 3, nameof(ConditionalPictures));
    }

    [Fact]
    [LayersOf(typeof(NoiseAlone))]
    public void NoiseOfALayer_IsNormal_AndDrawnAnew()
    {
        using var network = new NoiseAlone.Torch(1, CPU);
        var path = Path.Combine(folder, "noise.onnx");
        OnnxFile.Save(path, NoiseAlone.ToOnnx(), [.. network.State().Select(tensor => tensor with { Values = new TensorValues.Float32([2]) })]);

        using var session = new InferenceSession(path);
        var (first, second) = (Noise(session), Noise(session));

        Assert.NotEqual(first, second);

        // 20,480 draws: the standard deviation of their mean is 0.007, that of their variance 0.01.
        Assert.InRange(first.Average(), -0.035, 0.035);
        Assert.InRange(first.Average(value => value * value), 0.95, 1.05);
    }

    [Fact]
    public void AnotherNetworksState_IsRefused()
    {
        using var network = new ConditionalPictures.Generator.Torch(1);
        var (path, graph, state) = (Path.Combine(folder, "refused.onnx"), ConditionalPictures.Generator.ToOnnx(), network.State());
        var (first, shape) = graph.Weights[0];

        Assert.StartsWith(
            $"Generator reads {first}, and the state has no such tensor; pass that of the same network.",
            Assert.Throws<ArgumentException>(() => OnnxFile.Save(path, graph, [.. state.Where(tensor => tensor.Name != first)])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"Generator reads {first} of ({string.Join(", ", shape)}), and the state has it of (1); pass that of the same network.",
            Assert.Throws<ArgumentException>(() => OnnxFile.Save(
                path,
                graph,
                [.. state.Select(tensor => tensor.Name == first ? tensor with { Shape = [1], Values = new TensorValues.Float32([1]) } : tensor)])).Message,
            StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    // At strength 2, over zeros; a pixel's noise is that of all its channels.
    private static float[] Noise(InferenceSession session)
    {
        using var results = session.Run([NamedOnnxValue.CreateFromTensor("latents", new OnnxTensors.DenseTensor<float>([20, 2048]))], ["samples"]);
        var samples = results[0].AsTensor<float>();
        Assert.Equal([20, 2, 32, 32], samples.Dimensions.ToArray());
        for (var sample = 0; sample < 20; sample++) Assert.Equal(samples[sample, 0, 3, 4], samples[sample, 1, 3, 4]);
        return [.. Enumerable.Range(0, 20 * 1024).Select(i => samples.GetValue((i / 1024 * 2048) + (i % 1024)) / 2)];
    }

    private void Check(TorchNetwork network, OnnxGraph graph, int[] shape, int classes, string name)
    {
        using var scope = NewDisposeScope();

        // A pass in train mode moves the statistics away from where a new network has them.
        var input = Values.Normal([5, .. shape.Select(size => (long)size)]);
        int[] labels = [.. Enumerable.Range(0, 5).Select(i => i % Math.Max(1, classes))];
        var condition = classes == 0 ? null : nn.functional.one_hot(tensor(labels).to(ScalarType.Int64), classes).to(ScalarType.Float32);
        _ = Apply(ForwardMode.Train, 5);
        var path = Path.Combine(folder, "network.onnx");
        OnnxFile.Save(path, graph, network.State());

        using var session = new InferenceSession(path);
        foreach (var count in new[] { 5, 2 })
        {
            var given = new List<NamedOnnxValue>
            {
                NamedOnnxValue.CreateFromTensor("latents", new OnnxTensors.DenseTensor<float>(Rows(input, count).data<float>().ToArray(), [count, .. shape]))
            };
            if (classes > 0)
                given.Add(NamedOnnxValue.CreateFromTensor(
                    "labels", new OnnxTensors.DenseTensor<long>(labels[..count].Select(label => (long)label).ToArray(), [count])));
            using var results = session.Run(given, ["samples"]);
            var expected = Apply(ForwardMode.Evaluate, count);
            var found = results[0].AsTensor<float>();
            Assert.Equal(expected.shape, found.Dimensions.ToArray().Select(size => (long)size));
            Values.AssertClose(tensor(found.ToArray()).reshape(expected.shape), expected, Tolerance, name);
        }

        Tensor Apply(ForwardMode mode, int count) =>
            condition is null ? network.Apply(Rows(input, count), mode) : network.Apply(Rows(input, count), Rows(condition, count), mode);
    }

    private static Tensor Rows(Tensor values, int count) => values.narrow(0, 0, count);

    private static OnnxGraph? Graph(TorchNetwork network) => (OnnxGraph?)network.GetType().DeclaringType!.GetMethod("ToOnnx")?.Invoke(null, null);
}
