using System.Globalization;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Fuzz;

/// <summary>
/// Puts layers together that fit each other, from a stream of choices, and works out every shape by PyTorch's formulas, independently of the generator.
/// A network of classes reads its labels before anything else.
/// </summary>
internal sealed class FittingNetwork(int[] input, Func<int, int> choose, int classes = 0)
{
    private static readonly string[] AnyShape = ["ReLU", "LeakyReLU", "LeakyReLU(0.2)", "LeakyReLU(-0.5)", "Tanh", "Sigmoid", "Dropout", "Dropout(0.25)",
        "SiLU", "Softplus(2)", "PReLU", "PReLU(perChannel: true)", "GELU", "GELU(GeluApproximation.Tanh)", "Scale(-0.5)", .. CaseFiles.Fits];
    private static readonly string[] Norms = ["BatchNorm", "BatchNorm(1e-3, 0.2)", "BatchNorm(affine: false)", "BatchNorm(trackRunningStats: false)",
        "LayerNorm", "LayerNorm(affine: false)", "GroupNorm(1)"];

    private readonly List<string> layers = [];
    private readonly List<int[]> shapes = [input];
    private readonly List<(string Name, int[] Shape)> taps = [];

    /// <summary>The shape before the first layer and that of the labels, if there are any, then after each layer.</summary>
    public IEnumerable<string> Shapes => (classes == 0 ? shapes : [shapes[0], [classes], .. shapes.Skip(1)]).Select(shape => $"(N, {Numbers(shape)})");

    public string Attributes => string.Concat(layers.Select(layer => $"[{layer}]\n"));

    private int[] Shape => shapes[^1];

    private int Elements => Shape.Aggregate(1, (product, dimension) => product * dimension);

    public FittingNetwork AddLayers(int count)
    {
        if (classes > 0) AddCondition();
        for (var i = 0; i < count; i++)
        {
            if (choose(4) == 0) AddTap();
            if (classes > 0 && choose(4) == 0) AddCondition();
            AddLayer();
            if (taps.Count > 0 && choose(3) == 0) AddJunction();
        }

        return this;
    }

    /// <summary>Branches that end in heads, of so many numbers each.</summary>
    public FittingNetwork AddHeads(params int[] widths)
    {
        if (widths.Length == 0) return this;
        var features = Elements;
        if (Shape.Length > 1) Add("Flatten", features);
        Add("Tanh", features);
        Add("Tap(\"features\")", features);
        for (var i = 0; i < widths.Length; i++)
        {
            Add(Text($"Dense({widths[i]})"), widths[i]);
            Add(Text($"Head(\"head{i}\")"), widths[i]);
            Add("From(\"features\")", features);
        }

        return this;
    }

    /// <summary>Ends in a shape, whatever the shape before.</summary>
    public FittingNetwork EndIn(params int[] shape)
    {
        if (Shape.Length > 1) Add("Flatten", Elements);
        if (classes > 0 && shape is [1] && choose(2) == 0)
        {
            Add("ProjectionHead", 1);
            return this;
        }

        var elements = shape.Aggregate(1, (product, dimension) => product * dimension);
        Add(Text($"Dense({elements})"), elements);
        if (shape.Length > 1) Add($"Reshape({Numbers(shape)})", shape);
        return this;
    }

    public static string Numbers(int[] numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private void AddTap()
    {
        taps.Add((Text($"t{taps.Count}"), Shape));
        Add($"Tap(\"{taps[^1].Name}\")", Shape);

        // Something must read it, whatever follows.
        Add($"Add(\"{taps[^1].Name}\")", Shape);
    }

    /// <summary>Joins what fits of the taps, or goes on from one, if anything would read what is left.</summary>
    private void AddJunction()
    {
        var (name, shape) = taps[choose(taps.Count)];
        if (shape.SequenceEqual(Shape) && choose(2) == 0) Add($"{(choose(2) == 0 ? "Add" : "Multiply")}(\"{name}\")", Shape);
        else if (shape.Length == Shape.Length && shape[1..].SequenceEqual(Shape[1..])) Add($"Concat(\"{name}\")", [Shape[0] + shape[0], .. Shape[1..]]);
        else AddBranch(name, shape);
    }

    // A second branch of as many features, so that both can be added.
    private void AddBranch(string name, int[] shape)
    {
        var (left, features) = (Text($"t{taps.Count}"), Elements);
        if (features > 500 || shape.Aggregate(1, (product, dimension) => product * dimension) > 500) return;
        if (Shape.Length > 1) Add("Flatten", features);
        Add("Tanh", features);
        taps.Add((left, Shape));
        Add($"Tap(\"{left}\")", features);
        Add($"From(\"{name}\")", shape);
        if (shape.Length > 1) Add("Flatten", Elements);
        Add(Text($"Dense({features})"), features);
        Add($"Add(\"{left}\")", features);
    }

    /// <summary>
    /// What depends on the label: a normalisation, or a row of a table, or what a dense layer makes of its one-hot row, in the shape of what is there.
    /// </summary>
    private void AddCondition()
    {
        var shape = Shape;
        if (choose(3) == 0)
        {
            Add("ConditionalBatchNorm", shape);
            return;
        }

        if (Elements > 2000) return;
        var (name, elements, isTable) = (Text($"c{layers.Count}"), Elements, choose(2) == 0);
        Add(Text($"Tap(\"{name}\")"), shape);
        Add("From(\"label\")", classes);
        Add(isTable ? Text($"Embedding({elements})") : "OneHot", isTable ? elements : classes);
        if (!isTable) Add(Text($"Dense({elements})"), elements);
        if (shape.Length > 1) Add($"Reshape({Numbers(shape)})", shape);
        Add(Text($"{(choose(2) == 0 ? "Add" : "Multiply")}(\"{name}\")"), shape);
    }

    /// <summary>A convolution by a style, or a picture of it.</summary>
    private bool AddModulation()
    {
        var styles = taps.Where(tap => tap.Shape.Length == 1).ToList();
        if (styles.Count == 0 || Shape.Length != 3 || Elements > 1000) return false;
        var (style, channels, up) = (styles[choose(styles.Count)].Name, 1 + choose(4), 1 + choose(2));
        if (choose(3) == 0) Add(Text($"ToRGB({channels}, \"{style}\")"), [channels, .. Shape[1..]]);
        else
            Add(
                Text($"ModulatedConv2d({channels}, \"{style}\", kernel: {1 + (2 * choose(3))}, up: {up}, demodulate: {Flag()}, bias: {Flag()})"),
                channels,
                Shape[1] * up,
                Shape[2] * up);
        return true;
    }

    private void AddLayer()
    {
        if (choose(4) == 0 && AddModulation()) return;
        var kind = choose(6);
        if (kind < 2) Add(AnyShape[choose(AnyShape.Length)], Shape);
        else if (kind == 2) Add(Norms[choose(Norms.Length)], Shape);
        else if (Shape.Length == 3 && Elements < 4000 && kind == 3) AddConvolution();
        else if (Shape.Length == 3 && Elements < 4000 && kind == 4) AddTransposedConvolution();
        else if (Shape.Length == 3 && Elements < 1000 && choose(3) == 0) AddResampling();
        else if (Shape.Length == 2 && Elements < 4000 && kind == 3) AddSequence();
        else if (Shape.Length == 1 && choose(2) == 0) AddDense();
        else AddReshape();
    }

    /// <summary>What moves a window over a sequence.</summary>
    private void AddSequence()
    {
        var (length, kernel, stride, padding, dilation) = (Shape[1], 1 + choose(4), 1 + choose(3), choose(3), 1 + choose(2));
        switch (choose(5))
        {
            case 0:
                var groups = Groups(out var channels);
                var room = length + (2 * padding) - (dilation * (kernel - 1)) - 1;
                if (room < 0) return;
                Add(Text($"Conv1d({channels}, {kernel}, {stride}, {padding}, {dilation}, {groups}, bias: {Flag()})"), channels, (room / stride) + 1);
                break;
            case 1:
                groups = Groups(out channels);
                var more = choose(Math.Max(stride, dilation));
                var made = ((length - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + more + 1;
                if (made < 1) return;
                Add(
                    Text($"ConvTranspose1d({channels}, {kernel}, {stride}, {padding}, {more}, {groups}, bias: {Flag()}, dilation: {dilation})"), channels,
                    made);
                break;
            case 2:
                padding = Math.Min(padding, kernel / 2);
                var left = length + (2 * padding) - kernel;
                if (left >= 0) Add(Text($"{(choose(2) == 0 ? "Avg" : "Max")}Pool1d({kernel}, {stride}, {padding})"), Shape[0], (left / stride) + 1);
                break;
            case 3:
                Add(Text($"AdaptiveAvgPool1d({kernel})"), Shape[0], kernel);
                break;
            default:
                Add(Text($"Upsample({stride})"), Shape[0], length * stride);
                break;
        }
    }

    private void AddDense()
    {
        var features = 1 + choose(24);
        Add(Text($"Dense({features}{(choose(3) == 0 ? ", bias: false" : "")})"), features);
    }

    private void AddReshape()
    {
        if (Shape.Length > 1 && choose(2) == 0)
        {
            var (start, end) = (1 + choose(Shape.Length), -1);
            Add(Text($"Flatten({start})"), [.. Shape[..(start - 1)], Shape[(start - 1)..].Aggregate(1, (product, dimension) => product * dimension)]);
            return;
        }

        var divisors = Enumerable.Range(1, Elements).Where(divisor => Elements % divisor == 0).ToList();
        var channels = divisors[choose(divisors.Count)];
        int[] shape = choose(4) == 0 ? [Elements] : [channels, 1, Elements / channels];
        if (shape is [_, _, > 3 and var width] && width % 2 == 0) shape = [channels, 2, width / 2];
        Add($"Reshape({Numbers(shape)})", shape);
    }

    private void AddResampling()
    {
        var scale = Pair(1, 3);
        if (choose(2) == 0)
        {
            AddMove();
            return;
        }

        if (choose(2) == 0) Add($"Upsample({Array(scale)})", [Shape[0], Shape[1] * scale[0], Shape[2] * scale[1]]);
        else if (scale[0] <= Shape[1] && scale[1] <= Shape[2]) Add($"AvgPool2d({Array(scale)})", [Shape[0], Shape[1] / scale[0], Shape[2] / scale[1]]);
    }

    private void AddMove()
    {
        var (size, border, factor) = (Pair(1, 4), new[] { choose(3), choose(3), choose(3), choose(3) }, 1 + choose(3));
        switch (choose(9))
        {
            case 0:
                Add($"AdaptiveAvgPool2d({Array(size)})", [Shape[0], .. size]);
                break;
            case 1:
                Add($"ZeroPad2d({Numbers(border)})", [Shape[0], Shape[1] + border[2] + border[3], Shape[2] + border[0] + border[1]]);
                break;
            case 2 when border.Max() < Math.Min(Shape[1], Shape[2]):
                Add($"ReflectionPad2d({Numbers(border)})", [Shape[0], Shape[1] + border[2] + border[3], Shape[2] + border[0] + border[1]]);
                break;
            case 3:
                Add(Text($"Blur(up: {factor}, gain: 0.5)"), [Shape[0], Shape[1] * factor, Shape[2] * factor]);
                break;
            case 4 when factor <= Math.Min(Shape[1], Shape[2]):
                Add(Text($"Blur(new[] {{ 1, 2, 1 }}, down: {factor})"), [Shape[0], Shape[1] / factor, Shape[2] / factor]);
                break;
            case 5 when Shape[0] % (factor * factor) == 0:
                Add(Text($"PixelShuffle({factor})"), [Shape[0] / factor / factor, Shape[1] * factor, Shape[2] * factor]);
                break;
            case 6 when Shape[1] % factor == 0 && Shape[2] % factor == 0:
                Add(Text($"PixelUnshuffle({factor})"), [Shape[0] * factor * factor, Shape[1] / factor, Shape[2] / factor]);
                break;
            case 7 when size[0] <= Shape[1] && size[1] <= Shape[2]:
                Add($"MaxPool2d({Array(size)})", [Shape[0], Shape[1] / size[0], Shape[2] / size[1]]);
                break;
            case 8 when choose(2) == 0:
                Add("SelfAttention2d(1, 1, pool: 1)", Shape);
                break;
            case 8:
                Add($"Upsample({Array(size)}, UpsampleMode.Bilinear)", [Shape[0], Shape[1] * size[0], Shape[2] * size[1]]);
                break;
            default:
                Add("Noise", Shape);
                break;
        }
    }

    private void AddConvolution()
    {
        var (kernel, stride, padding, dilation) = (Pair(1, 3), Pair(1, 3), Pair(0, 2), Pair(1, 2));
        int[] sides = [Convolved(0), Convolved(1)];
        if (sides.Min() < 1) return;
        var groups = Groups(out var channels);
        var mode = choose(6) switch
        {
            0 when padding[0] < Shape[1] && padding[1] < Shape[2] => ", paddingMode: PaddingMode.Reflect",
            1 when padding[0] <= Shape[1] && padding[1] <= Shape[2] => ", paddingMode: PaddingMode.Circular",
            2 => ", paddingMode: PaddingMode.Replicate",
            _ => "",
        };
        Add(
            $"Conv2d({Numbers([channels])}, {Array(kernel)}, {Array(stride)}, {Array(padding)}, {Array(dilation)}, {Numbers([groups])}, bias: {Flag()}{mode})",
            [channels, .. sides]);

        int Convolved(int side)
        {
            var room = Shape[side + 1] + (2 * padding[side]) - (dilation[side] * (kernel[side] - 1)) - 1;
            return room < 0 ? 0 : (room / stride[side]) + 1;
        }
    }

    private void AddTransposedConvolution()
    {
        var (kernel, stride, padding, dilation) = (Pair(1, 4), Pair(1, 3), Pair(0, 1), Pair(1, 2));
        int[] output = [choose(Math.Max(stride[0], dilation[0])), choose(Math.Max(stride[1], dilation[1]))];
        int[] sides = [Side(0), Side(1)];
        if (sides.Min() < 1) return;
        var groups = Groups(out var channels);
        Add(
            $"ConvTranspose2d({Numbers([channels])}, {Array(kernel)}, {Array(stride)}, {Array(padding)}, {Array(output)}, {Numbers([groups])}, bias: {Flag()}, "
                + $"dilation: {Array(dilation)})",
            [channels, .. sides]);

        int Side(int side) =>
            ((Shape[side + 1] - 1) * stride[side]) - (2 * padding[side]) + (dilation[side] * (kernel[side] - 1)) + output[side] + 1;
    }

    /// <summary>Groups that divide the channels, and channels of the output that they divide too.</summary>
    private int Groups(out int channels)
    {
        var divisors = Enumerable.Range(1, Math.Min(Shape[0], 4)).Where(divisor => Shape[0] % divisor == 0).ToList();
        var groups = divisors[choose(divisors.Count)];
        channels = groups * (1 + choose(4));
        return groups;
    }

    private int[] Pair(int least, int most) => [least + choose(most - least + 1), least + choose(most - least + 1)];

    private string Flag() => choose(2) == 0 ? "false" : "true";

    /// <summary>One number is enough where both are equal.</summary>
    private static string Array(int[] pair) => pair[0] == pair[1] ? $"new[] {{ {Numbers(pair[..1])} }}" : $"new[] {{ {Numbers(pair)} }}";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private void Add(string layer, params int[] shape)
    {
        layers.Add(layer);
        shapes.Add(shape);
    }
}
