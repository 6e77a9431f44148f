using System.Globalization;

namespace GanDsl;

/// <summary>
/// A network in eval mode as a graph of ONNX operators, without its weights: these are read by the names of its state. Generated code builds one line by line;
/// <c>OnnxFile.Save</c> writes it with the weights.
/// </summary>
/// <param name="name">The network.</param>
public sealed class OnnxGraph(string name)
{
    /// <summary>The version of ONNX's operators that it is written in.</summary>
    public const int OperatorSet = 19;

    private readonly List<OnnxValue> inputs = [];
    private readonly List<OnnxValue> outputs = [];
    private readonly List<(string Name, IReadOnlyList<long> Shape)> weights = [];
    private readonly List<NamedTensor> constants = [];
    private readonly List<OnnxNode> nodes = [];

    /// <summary>The network.</summary>
    public string Name => name;

    /// <summary>Its inputs.</summary>
    public IReadOnlyList<OnnxValue> Inputs => inputs;

    /// <summary>Its outputs.</summary>
    public IReadOnlyList<OnnxValue> Outputs => outputs;

    /// <summary>The tensors of the network's state that it reads.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<long> Shape)> Weights => weights;

    /// <summary>Numbers and shapes that the nodes read.</summary>
    public IReadOnlyList<NamedTensor> Constants => constants;

    /// <summary>The operators in the order in which they run.</summary>
    public IReadOnlyList<OnnxNode> Nodes => nodes;

    /// <summary>Takes samples of a shape, with any batch.</summary>
    public OnnxGraph Input(string name, params int[] sample) => With(inputs, new OnnxValue(name, sample));

    /// <summary>Takes a label per sample.</summary>
    public OnnxGraph Labels(string name) => With(inputs, new OnnxValue(name, [], IsLabels: true));

    /// <summary>Reads a tensor of the network's state.</summary>
    public OnnxGraph Weight(string name, params long[] shape) => With(weights, (name, shape));

    /// <summary>A number that nodes read.</summary>
    public OnnxGraph Number(string name, double value) => With(constants, new NamedTensor(name, [], new TensorValues.Float32([(float)value])));

    /// <summary>Numbers that nodes read.</summary>
    public OnnxGraph Numbers(string name, params float[] values) => With(constants, new NamedTensor(name, [values.Length], new TensorValues.Float32(values)));

    /// <summary>Whole numbers that nodes read: shapes, axes, borders.</summary>
    public OnnxGraph Integers(string name, params long[] values) => With(constants, new NamedTensor(name, [values.Length], new TensorValues.Int64(values)));

    /// <summary>A filter over pixels as a matrix: row o has taps[k] in the column of the input at o·down + k − before, where input u is at u·up.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="taps">The filter.</param>
    /// <param name="up">The distance between inputs.</param>
    /// <param name="down">The distance between outputs.</param>
    /// <param name="before">How far the filter begins before the first input.</param>
    /// <param name="outputs">Rows.</param>
    /// <param name="inputs">Columns.</param>
    public OnnxGraph Filter(string name, double[] taps, int up, int down, int before, int outputs, int inputs)
    {
        ArgumentNullException.ThrowIfNull(taps);
        return Matrix(name, outputs, inputs, matrix =>
        {
            for (var o = 0; o < outputs; o++)
            {
                for (var k = 0; k < taps.Length; k++)
                {
                    var at = (o * down) + k - before;
                    if (at >= 0 && at % up == 0 && at / up < inputs) matrix[(o * inputs) + (at / up)] += (float)taps[k];
                }
            }
        });
    }

    /// <summary>Means of neighbours as a matrix: row o is the mean of inputs ⌊oI/O⌋ to ⌈(o + 1)I/O⌉ − 1.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="outputs">Rows, O.</param>
    /// <param name="inputs">Columns, I.</param>
    public OnnxGraph Means(string name, int outputs, int inputs) => Matrix(name, outputs, inputs, matrix =>
    {
        for (var o = 0; o < outputs; o++)
        {
            var (first, end) = (o * inputs / outputs, (((o + 1) * inputs) + outputs - 1) / outputs);
            for (var i = first; i < end; i++) matrix[(o * inputs) + i] = 1f / (end - first);
        }
    });

    /// <summary>An operator.</summary>
    public OnnxGraph Node(string @operator, string[] inputs, string output, params (string Name, OnnxAttribute Value)[] attributes) =>
        With(nodes, new OnnxNode(@operator, inputs, output, attributes));

    /// <summary>Outputs samples of a shape.</summary>
    public OnnxGraph Output(string name, params int[] sample) => With(outputs, new OnnxValue(name, sample));

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {nodes.Count} nodes, {weights.Count} weights, {string.Join(", ", inputs.Select(input => input.Name))} "
            + $"to {string.Join(", ", outputs.Select(output => output.Name))}");

    private OnnxGraph Matrix(string name, int rows, int columns, Action<float[]> fill)
    {
        var matrix = new float[rows * columns];
        fill(matrix);
        return With(constants, new NamedTensor(name, [rows, columns], new TensorValues.Float32(matrix)));
    }

    private OnnxGraph With<T>(List<T> list, T item)
    {
        list.Add(item);
        return this;
    }
}
