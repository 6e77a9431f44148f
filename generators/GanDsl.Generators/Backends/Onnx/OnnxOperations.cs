using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Backends.Onnx.OnnxLines;

namespace GanDsl.Generators.Backends.Onnx;

/// <summary>Writes the operations of a forward program as operators of ONNX.</summary>
internal sealed class OnnxOperations(OnnxLines graph, Network network)
{
    private readonly Dictionary<(string, string), string> views = [];
    private readonly Dictionary<Value, string> names = [];

    private string Input => NetworkText.Input(network);

    /// <returns>Whether there are such operators.</returns>
    public bool TryWrite(Node node)
    {
        var output = node.Outputs.Count > 0 ? node.Outputs[0] : null;
        var written = node.Operation switch
        {
            Operation.Input("input") => SampleInput(output!),
            Operation.Input => Labels(output!),
            Operation.Parameter parameter => Weight(parameter.Name, output!.Extent.Dimensions),
            Operation.Statistic statistic => Weight(statistic.Name, output!.Extent.Dimensions),
            Operation.Draw(Distribution.Normal, _, _) => graph.Node("RandomNormalLike", [Zeros(output!)], output!.Name),
            Operation.Contract({ } form, Side.Small, _, _) => Contract(
                form, node, form is Trilinear.Linear ? "Gemm" : "Conv", form is Trilinear.Convolution small ? Convolution(small) : [Attribute("transB", 1)]),
            Operation.Contract({ } form, Side.Large, _, _) => Contract(
                form,
                node,
                form is Trilinear.Linear ? "Gemm" : "ConvTranspose",
                form is Trilinear.Convolution convolution ? [.. Convolution(convolution), OutputPadding(convolution)] : []),
            Operation.Map map => Map(map.Expression, node.Inputs, map.Readings, output!.Extent, output.Name),
            Operation.Reduce reduce => Reduce(reduce, node),
            Operation.Moments moments => Moments(moments, node),
            Operation.PowerIteration { Iterations: 0 } power => Singular(power, output!),
            Operation.Reshape => View(node.Inputs[0], OnnxShapes.Of(output!.Extent)),
            Operation.Concat => graph.Node("Concat", node.Inputs.Select(Name), output!.Name, Attribute("axis", output.Extent.Batches == 0 ? 0 : 1)),
            Operation.Slice(var first) => graph.Node(
                "Slice",
                [Name(node.Inputs[0]), graph.Integers([first]), graph.Integers([first + output!.Extent.Channels]),
                    graph.Integers([output.Extent.Batches == 0 ? 0 : 1])],
                output.Name),
            Operation.Pad(var mode, var amount) => graph.Node(
                "Pad",
                [Name(node.Inputs[0]), graph.Integers([0, 0, amount.Height, amount.Width, 0, 0, amount.Height, amount.Width])],
                output!.Name,
                Attribute("mode", ModeOf(mode))),
            Operation.Upsample(var scale) => graph.Node(
                "Resize",
                [Name(node.Inputs[0]), "", graph.Floats(1, 1, scale.Height, scale.Width)],
                output!.Name,
                Attribute("mode", "nearest"),
                Attribute("coordinate_transformation_mode", "asymmetric"),
                Attribute("nearest_mode", "floor")),
            Operation.AvgPool(var window) =>
                graph.Node("AveragePool", [Name(node.Inputs[0])], output!.Name, [.. Moving(window), Attribute("count_include_pad", 1)]),
            Operation.TakeLargest(var window) when node.Inputs[0] == node.Inputs[1] =>
                graph.Node("MaxPool", [Name(node.Inputs[0])], output!.Name, Moving(window)),
            Operation.Resample(var rows, var columns) => Resample(rows, columns, node),
            Operation.Permute(var dimensions, var order) => Shaped(
                graph.Node("Transpose", [View(node.Inputs[0], [-1, .. dimensions])], null, Attribute("perm", [0, .. order.Select(dimension => dimension + 1)])),
                output!),
            Operation.BatchMatMul product => Shaped(
                graph.Node("MatMul", [Matrix(node.Inputs[0], product.Rows, product.Inner, product.TransposesFirst),
                    Matrix(node.Inputs[1], product.Inner, product.Columns, product.TransposesSecond)]),
                output!),
            Operation.Largest => Shaped(
                graph.Node("ReduceMax", [Name(node.Inputs[0]), graph.Integers(Axes(node.Inputs[0].Extent, Over.Sample))], null, Attribute("keepdims", 0)),
                output!),
            Operation.Result("output") => Result(node.Inputs[0]),
            Operation.Result => "",
            _ => null,
        };
        if (written is null) return false;
        if (output is not null) names[output] = written;
        return true;
    }

    private string Name(Value value) => names[value];

    private string SampleInput(Value value)
    {
        graph.Input(Input, value.Extent.Dimensions);
        return Input;
    }

    // One-hot rows from labels as numbers.
    private string Labels(Value value)
    {
        graph.Labels("labels");
        return graph.Node("OneHot", ["labels", graph.Integers([value.Extent.Channels]), graph.Floats(0, 1)], null, Attribute("axis", -1));
    }

    private string Weight(string name, EquatableArray<int> shape)
    {
        graph.Weight(name, shape);
        return name;
    }

    private string Result(Value value)
    {
        graph.Output("samples", value.Extent.Dimensions);
        return graph.Node("Identity", [Name(value)], "samples");
    }

    /// <summary>The same numbers under another shape.</summary>
    private string View(Value value, int[] shape) => View(Name(value), OnnxShapes.Of(value.Extent), shape);

    private string View(string name, int[] from, int[] shape)
    {
        if (from.SequenceEqual(shape)) return name;
        var to = graph.Integers(shape);
        if (!views.TryGetValue((name, to), out var view)) views.Add((name, to), view = graph.Node("Reshape", [name, to]));
        return view;
    }

    /// <summary>An operator's output, reshaped to the shape that the program declares.</summary>
    private string Shaped(string name, Value value) => graph.Node("Reshape", [name, graph.Integers(OnnxShapes.Of(value.Extent))], value.Name);

    private string Matrix(Value value, int rows, int columns, bool isTransposed)
    {
        if (!isTransposed) return View(value, [-1, rows, columns]);
        return graph.Node("Transpose", [View(value, [-1, columns, rows])], null, Attribute("perm", 0, 2, 1));
    }

    private string Contract(Trilinear form, Node node, string @operator, string[] attributes)
    {
        var (of, output) = (node.Inputs[0], node.Outputs[0]);
        var input = form is Trilinear.Linear ? View(of, [of.Extent.Batches == 0 ? 1 : -1, (int)of.Extent.Elements]) : View(of, OnnxShapes.Batched(of.Extent));
        int[] given = [of.Extent.Batches == 0 ? 1 : -1, .. output.Extent.Dimensions];
        return given.SequenceEqual(OnnxShapes.Of(output.Extent))
            ? graph.Node(@operator, [input, Name(node.Inputs[1])], output.Name, attributes)
            : Shaped(graph.Node(@operator, [input, Name(node.Inputs[1])], null, attributes), output);
    }

    private string? Map(Scalar expression, EquatableArray<Value> inputs, EquatableArray<Reading> readings, Extent extent, string? output)
    {
        var operands = new List<string>();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (OnnxShapes.Read(readings[i], extent) is { } shape) operands.Add(View(inputs[i], shape));
            else if (OnnxShapes.Groups(readings[i], extent) is { } groups) operands.Add(Repeated(inputs[i], groups));
            else return null;
        }

        // Where no operand is as large as the result, broadcasting alone does not produce its shape.
        var isWhole = expression.All.OfType<Scalar.Variable>().Any(variable => readings[variable.Index].Kind == ReadingKind.Full);
        var written = new OnnxExpression(graph, operands).Write(expression, isWhole ? output : null);
        return isWhole ? written : graph.Node("Expand", [written, Shape(extent)], output);
    }

    /// <summary>A number for each group of neighbours along a dimension, as often as the group has members.</summary>
    private string Repeated(Value value, (int[] Numbers, int Members, int[] Whole) groups)
    {
        var repeated = graph.Node("Expand", [View(value, [.. groups.Numbers, 1]), graph.Integers([groups.Members])]);
        return graph.Node("Reshape", [repeated, graph.Integers(groups.Whole)]);
    }

    /// <summary>A value's shape as a tensor, its batch being the input's.</summary>
    private string Shape(Extent extent)
    {
        if (extent.Batches == 0) return graph.Integers(extent.Dimensions);
        var batch = graph.Node("Shape", [Input], null, Attribute("start", 0), Attribute("end", 1));
        if (extent.Batches > 1) batch = graph.Node("Mul", [batch, graph.Integers([extent.Batches])]);
        return graph.Node("Concat", [batch, graph.Integers(extent.Dimensions)], null, Attribute("axis", 0));
    }

    private string Zeros(Value value) => graph.Node("Expand", [graph.Number(0), Shape(value.Extent)]);

    private string? Reduce(Operation.Reduce reduce, Node node)
    {
        for (var i = 0; i < node.Outputs.Count; i++)
        {
            if (Map(reduce.Terms[i], node.Inputs, reduce.Readings, reduce.Extent, output: null) is not { } terms) return null;
            names[node.Outputs[i]] = Shaped(Summed("ReduceSum", terms, Axes(reduce.Extent, reduce.Over)), node.Outputs[i]);
        }

        return names[node.Outputs[0]];
    }

    private string Summed(string @operator, string of, int[] axes) =>
        axes.Length == 0 ? of : graph.Node(@operator, [of, graph.Integers(axes)], null, Attribute("keepdims", 0));

    private static int[] Axes(Extent extent, Over over)
    {
        var (first, count) = (extent.Batches == 0 ? 0 : 1, extent.Dimensions.Count);
        var all = Enumerable.Range(0, first + count);
        return over switch
        {
            Over.All => [.. all],
            Over.Sample => [.. all.Skip(first)],
            _ => [.. all.Where(axis => axis != first)],
        };
    }

    private string Moments(Operation.Moments moments, Node node)
    {
        var (of, axes) = (node.Inputs[0], Axes(node.Inputs[0].Extent, Over.Channel));
        int[] channels = [.. Enumerable.Repeat(1, of.Extent.Dimensions.Count - 1).Prepend(of.Extent.Channels)];
        var mean = Summed("ReduceMean", Name(of), axes);
        var centred = graph.Node("Sub", [Name(of), View(mean, [of.Extent.Channels], channels)]);
        var variance = Summed("ReduceMean", graph.Node("Mul", [centred, centred]), axes);
        var deviation = graph.Node("Sqrt", [graph.Node("Add", [variance, graph.Number(moments.Eps)])]);
        string[] all = [mean, variance, graph.Node("Reciprocal", [deviation])];
        for (var i = 0; i < node.Outputs.Count; i++) names[node.Outputs[i]] = Shaped(all[i], node.Outputs[i]);
        return names[node.Outputs[0]];
    }

    // u vᵀ, whose element (row, batch, pixel) is (batch, row, pixel) of the weight.
    private string Singular(Operation.PowerIteration power, Value output)
    {
        var (batches, rows, pixels) = (power.Matrix.Batches, power.Matrix.Rows, power.Matrix.Pixels);
        var u = View(Weight(power.U.Name, EquatableArray.Of(rows)), [rows], [rows, 1]);
        var v = View(Weight(power.V.Name, EquatableArray.Of(power.Matrix.Columns)), [power.Matrix.Columns], [1, power.Matrix.Columns]);
        var outer = graph.Node("MatMul", [u, v]);
        var transposed = batches == 1
            ? outer
            : graph.Node("Transpose", [View(outer, [rows, power.Matrix.Columns], [rows, batches, pixels])], null, Attribute("perm", 1, 0, 2));
        return Shaped(transposed, output);
    }

    private string? Resample(Band rows, Band columns, Node node)
    {
        if (Matrix(rows) is not { } left || Matrix(columns) is not { } right) return null;
        var along = graph.Node("MatMul", [left, Name(node.Inputs[0])]);
        return graph.Node("MatMul", [along, graph.Node("Transpose", [right])], node.Outputs[0].Name);
    }

    // Rows are outputs.
    private string? Matrix(Band band)
    {
        var size = $"{Numbers.Plain(band.Outputs)}, {Numbers.Plain(band.Inputs)}";
        switch (band)
        {
            case Band.Fir(var taps, var up, var down, var before, _, _):
                var filter =
                    $"[{string.Join(", ", taps.Select(Numbers.Literal))}], {Numbers.Plain(up)}, {Numbers.Plain(down)}, {Numbers.Plain(before)}, {size}";
                return graph.Constant($"filter({filter})", $".Filter(\"filter({filter})\", {filter})");
            case Band.Means { IsAdjoint: false }:
                return graph.Constant($"means({size})", $".Means(\"means({size})\", {size})");
            default:
                return null;
        }
    }

    private static string[] Convolution(Trilinear.Convolution form) =>
        [.. form.IsSequence ? Along(form.Window) : Moving(form.Window), Attribute("group", form.Window.Groups)];

    private static string[] Along(Window window) =>
    [
        Attribute("kernel_shape", [window.Kernel.Width]),
        Attribute("strides", [window.Stride.Width]),
        Attribute("pads", window.Padding.Width, window.Padding.Width),
        Attribute("dilations", [window.Dilation.Width]),
    ];

    private static string[] Moving(Window window) =>
    [
        Attribute("kernel_shape", window.Kernel.Height, window.Kernel.Width),
        Attribute("strides", window.Stride.Height, window.Stride.Width),
        Attribute("pads", window.Padding.Height, window.Padding.Width, window.Padding.Height, window.Padding.Width),
        Attribute("dilations", window.Dilation.Height, window.Dilation.Width),
    ];

    // How many pixels the larger picture has beyond the smallest one with the same output size.
    private static string OutputPadding(Trilinear.Convolution form)
    {
        var window = form.Window;
        var right = Beyond(form.Large.Width, form.Small.Width, window.Kernel.Width, window.Stride.Width, window.Padding.Width, window.Dilation.Width);
        return form.IsSequence
            ? Attribute("output_padding", [right])
            : Attribute(
                "output_padding",
                Beyond(form.Large.Height, form.Small.Height, window.Kernel.Height, window.Stride.Height, window.Padding.Height, window.Dilation.Height),
                right);

        static int Beyond(int large, int small, int kernel, int stride, int padding, int dilation) =>
            large - (((small - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + 1);
    }

    private static string ModeOf(PaddingMode mode) => mode switch
    {
        PaddingMode.Reflect => "reflect",
        PaddingMode.Replicate => "edge",
        PaddingMode.Circular => "wrap",
        _ => "constant",
    };
}
