using System.Runtime.InteropServices;
using System.Text.Json;
using GanDsl.Tests.Torch.Games;
using GanDsl.Tests.Torch.Layers;
using GanDsl.Torch;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Networks;

/// <summary>
/// What ToPyTorch writes, run by PyTorch itself: it takes the network's weights, every one of them and no other, and gives its outputs in eval mode, 1e-5
/// relative to the largest. Of every layer, and of networks with labels, heads and sources.
/// </summary>
[LayersOf]
public sealed class PyTorchTests : IDisposable
{
    private const int Count = 4;
    private const double Tolerance = 1e-5;

    // float64, because float32 convolutions of some builds are wrong on some machines.
    private const string Script = """"
        import json, struct, sys
        import torch

        def weights(path):
            with open(path, "rb") as file:
                length = struct.unpack("<Q", file.read(8))[0]
                header, data = json.loads(file.read(length)), file.read()
            kinds = {"F32": torch.float32, "I64": torch.int64}
            state = {}
            for name, entry in header.items():
                if name == "__metadata__":
                    continue
                begin, end = entry["data_offsets"]
                state[name] = torch.frombuffer(bytearray(data[begin:end]), dtype=kinds[entry["dtype"]]).reshape(entry["shape"])
            return state

        for case in json.load(open(sys.argv[1] + "/cases.json")):
            path = sys.argv[1] + "/" + case["Name"]
            scope = {}
            exec(open(path + ".py").read(), scope)
            module = scope[case["Class"]]()
            module.load_state_dict(weights(path + ".safetensors"), strict=True)
            module.double().eval()
            given = weights(path + ".inputs")
            inputs = [given["x"].double()]
            if "labels" in given:
                inputs.append(given["labels"])
            if "sources" in given:
                inputs.append(given["sources"].double())
            with torch.no_grad():
                outputs = module(*inputs)
            first = outputs[0] if isinstance(outputs, tuple) else outputs
            with open(path + ".output", "wb") as file:
                file.write(first.contiguous().numpy().tobytes())
        """";

    private readonly string folder = Directory.CreateTempSubdirectory("gandsl-pytorch-").FullName;

    [OracleFact<PyTorch>]
    public void EveryLayersNetwork_GivesPyTorchsOutputs() =>
        Check(LayerCases.All.ToDictionary(one => one.Key, one => (one.Value.Network, (int[])[one.Value.Latent], Classes: 0, Source: (int[]?)null)));

    [OracleFact<PyTorch>]
    public void NetworksOfLabelsHeadsAndSources_GivePyTorchsOutputs() => Check(new()
    {
        ["ConditionalPictures.Generator"] = (() => new ConditionalPictures.Generator.Torch(1), [8], 3, null),
        ["ConditionalPictures.Discriminator"] = (() => new ConditionalPictures.Discriminator.Torch(1), [1, 4, 4], 3, null),
        ["ConditionalPictures.NormalisedDiscriminator"] = (() => new ConditionalPictures.NormalisedDiscriminator.Torch(1), [1, 4, 4], 3, null),
        ["HeadPoints.ClassGenerator"] = (() => new HeadPoints.ClassGenerator.Torch(1), [4], 3, null),
        ["HeadPoints.Reader"] = (() => new HeadPoints.Reader.Torch(1), [2], 0, null),
        ["PairPoints.DiscriminatorOfPairs"] = (() => new PairPoints.DiscriminatorOfPairs.Torch(1), [3], 0, [5]),
    });

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Check(Dictionary<string, (Func<TorchNetwork> Network, int[] Input, int Classes, int[]? Source)> cases)
    {
        using var scope = NewDisposeScope();
        var expected = cases.ToDictionary(one => one.Key, one => Write(one.Key, one.Value.Network, one.Value.Input, one.Value.Classes, one.Value.Source));
        File.WriteAllText(Path.Combine(folder, "cases.json"), JsonSerializer.Serialize(expected.Select(one => new { Name = one.Key, one.Value.Class })));
        File.WriteAllText(Path.Combine(folder, "check.py"), Script);
        var (ended, said) = SystemPython.Run(PyTorch.Python, Path.Combine(folder, "check.py"), folder);
        Assert.True(ended, said);
        foreach (var (name, (_, output)) in expected)
        {
            var numbers = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, $"{name}.output"))).ToArray();
            Values.AssertClose(tensor(numbers).reshape(output.shape), output, Tolerance, name);
        }
    }

    private (string Class, Tensor Output) Write(string name, Func<TorchNetwork> create, int[] shape, int classes, int[]? source)
    {
        using var network = create();
        var input = Values.Normal([Count, .. shape.Select(size => (long)size)]);
        List<NamedTensor> inputs = [Named("x", input)];

        // A pass in train mode moves the statistics away from where a new module has them.
        int[] labels = [.. Enumerable.Range(0, Count).Select(i => i % Math.Max(1, classes))];
        Tensor? condition = null;
        if (classes > 0)
        {
            condition = nn.functional.one_hot(tensor(labels).to(ScalarType.Int64), classes).to(ScalarType.Float32);
            inputs.Add(new NamedTensor("labels", [Count], new TensorValues.Int64([.. labels.Select(label => (long)label)])));
        }

        if (source is not null)
        {
            condition = Values.Normal([Count, .. source.Select(size => (long)size)]);
            inputs.Add(Named("sources", condition));
        }

        Apply(ForwardMode.Train);
        var output = Apply(ForwardMode.Evaluate);
        var path = Path.Combine(folder, name);
        File.WriteAllText($"{path}.py", (string)network.GetType().GetMethod("ToPyTorch")!.Invoke(network, null)!);
        Safetensors.Write($"{path}.safetensors", network.State());
        Safetensors.Write($"{path}.inputs", inputs);
        return (network.GetType().DeclaringType!.Name, output);

        Tensor Apply(ForwardMode mode) => condition is null ? network.Apply(input, mode) : network.Apply(input, condition, mode);
    }

    private static NamedTensor Named(string name, Tensor values) =>
        new(name, [.. values.shape.Select(size => (int)size)], new TensorValues.Float32(values.data<float>().ToArray()));
}
