using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ProtoBuf;

namespace GanDsl.Training;

/// <summary>Networks as ONNX files, for runtimes of many languages and devices.</summary>
public static class OnnxFile
{
    /// <summary>The version of the file format with operator set 19.</summary>
    private const int IrVersion = 9;

    /// <summary>Protocol buffers are limited to two gigabytes.</summary>
    private const long Most = int.MaxValue;

    // More than nodes, names and constants take.
    private const long Rest = 1 << 20;

    /// <summary>
    /// Writes or replaces a file, atomically, with the weights that samples are made with, G's or its average's: <c>OnnxFile.Save("generator.onnx",
    /// ClothingGenerator.ToOnnx(), gan)</c>.
    /// </summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="graph">The game's generator.</param>
    /// <param name="gan">The game.</param>
    /// <exception cref="ArgumentException">The generator is another game's, or has more weights than such a file may.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, OnnxGraph graph, IGan gan)
    {
        ArgumentNullException.ThrowIfNull(gan);
        Save(path, graph, Weights.Of(gan));
    }

    /// <summary>Writes or replaces a file, atomically.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="graph">The network.</param>
    /// <param name="state">Its weights, as its state names them.</param>
    /// <exception cref="ArgumentException">The state is another network's, or larger than such a file may be.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, OnnxGraph graph, IReadOnlyList<NamedTensor> state)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(state);
        var weights = Read(graph, state);
        CheckLength(graph.Name, Bytes(weights), nameof(state));
        var model = new OnnxModelProto
        {
            IrVersion = IrVersion,
            ProducerName = "GanDsl",
            ProducerVersion = typeof(OnnxFile).Assembly.GetName().Version!.ToString(),
            Graph = Graph(graph, weights)
        };
        model.Imports.Add(new OnnxOperatorSetProto { Version = OnnxGraph.OperatorSet });
        AtomicFile.Write(path, stream => Serializer.Serialize(stream, model));
    }

    /// <summary>How long tensors are in a file.</summary>
    internal static long Bytes(IEnumerable<NamedTensor> tensors) =>
        tensors.Sum(tensor => (long)tensor.Values.Count * (tensor.Values is TensorValues.Float32 ? sizeof(float) : sizeof(long)));

    /// <exception cref="ArgumentException">Weights of so many bytes do not fit.</exception>
    internal static void CheckLength(string name, long bytes, string argument)
    {
        if (bytes > Most - Rest)
            throw new ArgumentException(
                Text($"{name} has weights of {bytes / 1e9:F2} GB, more than a file of ONNX may hold: all of it must be shorter than 2.15 GB."), argument);
    }

    private static List<NamedTensor> Read(OnnxGraph graph, IReadOnlyList<NamedTensor> state)
    {
        var named = state.ToDictionary(tensor => tensor.Name);
        return [.. graph.Weights.Select(weight => !named.TryGetValue(weight.Name, out var tensor)
            ? throw new ArgumentException(
                Text($"{graph.Name} reads {weight.Name}, and the state has no such tensor; pass that of the same network."), nameof(state))
            : tensor.Shape.SequenceEqual(weight.Shape) ? tensor
            : throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{graph.Name} reads {weight.Name} of ({string.Join(", ", weight.Shape)}), and the state has it of ({string.Join(", ", tensor.Shape)}); "
                        + $"pass that of the same network."),
                nameof(state)))];
    }

    private static OnnxGraphProto Graph(OnnxGraph graph, IEnumerable<NamedTensor> weights)
    {
        var proto = new OnnxGraphProto { Name = graph.Name };
        proto.Nodes.AddRange(graph.Nodes.Select(Node));
        proto.Initializers.AddRange(weights.Concat(graph.Constants).Select(Tensor));
        proto.Inputs.AddRange(graph.Inputs.Select(Value));
        proto.Outputs.AddRange(graph.Outputs.Select(Value));
        return proto;
    }

    private static OnnxNodeProto Node(OnnxNode node)
    {
        var proto = new OnnxNodeProto { Name = node.Output, Operator = node.Operator };
        proto.Inputs.AddRange(node.Inputs);
        proto.Outputs.Add(node.Output);
        proto.Attributes.AddRange(node.Attributes.Select(attribute => attribute.Value switch
        {
            OnnxAttribute.Int(var value) => new OnnxAttributeProto { Name = attribute.Name, Type = OnnxAttributeProto.IntType, Int = value },
            OnnxAttribute.Ints(var values) => new OnnxAttributeProto { Name = attribute.Name, Type = OnnxAttributeProto.IntsType, Ints = [.. values] },
            OnnxAttribute.Float(var value) => new OnnxAttributeProto { Name = attribute.Name, Type = OnnxAttributeProto.FloatType, Float = value },
            OnnxAttribute.Text(var value) =>
                new OnnxAttributeProto { Name = attribute.Name, Type = OnnxAttributeProto.StringType, Text = Encoding.UTF8.GetBytes(value) },
            _ => throw new InvalidOperationException($"No field is written for {attribute.Value}."),
        }));
        return proto;
    }

    private static OnnxTensorProto Tensor(NamedTensor tensor) => new()
    {
        Name = tensor.Name,
        Dimensions = [.. tensor.Shape],
        DataType = tensor.Values is TensorValues.Float32 ? OnnxTensorProto.FloatType : OnnxTensorProto.Int64Type,
        RawData = tensor.Values switch
        {
            TensorValues.Float32(var elements) => MemoryMarshal.AsBytes<float>(elements).ToArray(),
            TensorValues.Int64(var elements) => MemoryMarshal.AsBytes<long>(elements).ToArray(),
            _ => throw new InvalidOperationException($"No bytes are written for {tensor.Values}."),
        },
    };

    // The batch size is free.
    private static OnnxValueProto Value(OnnxValue value)
    {
        var proto = new OnnxValueProto { Name = value.Name };
        proto.Type.Tensor.ElementType = value.IsLabels ? OnnxTensorProto.Int64Type : OnnxTensorProto.FloatType;
        proto.Type.Tensor.Shape.Dimensions.Add(new OnnxDimensionProto { Parameter = "N" });
        proto.Type.Tensor.Shape.Dimensions.AddRange(value.Sample.Select(size => new OnnxDimensionProto { Value = size }));
        return proto;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
