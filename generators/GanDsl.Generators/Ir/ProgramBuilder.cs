using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>Writes a program from top to bottom. An operation that was already written with the same inputs and extents returns the same values.</summary>
internal sealed class ProgramBuilder
{
    private readonly List<Node> nodes = [];

    // By the values' ids.
    private readonly List<Node> sources = [];
    private Dictionary<(Operation, EquatableArray<Value>, EquatableArray<Extent>), Node> known = [];
    private Dictionary<(Operation, EquatableArray<Value>, EquatableArray<Extent>), Node>? beforeBranches;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private int streams;

    /// <summary>The program so far.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The layer or part that is being written, for the dump and for comments in generated code.</summary>
    public string Note { get; set; } = "";

    /// <summary>What computes a value.</summary>
    public Node Source(Value value) => sources[value.Id];

    public Program ToProgram() => new(nodes.ToEquatableArray());

    public Value Input(string name, Extent extent) => Add(new Operation.Input(name), [], extent, name);

    public Value Draw(Distribution distribution, Extent extent, string name, double p = 0) =>
        Add(new Operation.Draw(distribution, p, streams++), [], extent, name);

    public Value BatchSize() => Add(new Operation.BatchSize(Reciprocal: false), [], Extent.Single, "batch");

    public Value BatchShare() => Add(new Operation.BatchSize(Reciprocal: true), [], Extent.Single, "share");

    public Value Contract(Trilinear form, Side gives, Value first, Value second, string name)
    {
        var batches = Math.Max(first.Extent.Batches, second.Extent.Batches);
        return Add(new Operation.Contract(form, gives), [first, second], form.Extent(gives, gives == Side.Weight ? 0 : batches), name);
    }

    /// <summary>An elementwise expression over an extent.</summary>
    public Value Map(Scalar expression, Extent extent, string name, params (Value Value, Reading Reading)[] inputs) =>
        expression is Scalar.Variable(var only) && inputs[only].Reading == Reading.Full && inputs[only].Value.Extent == extent
            ? inputs[only].Value
            : Add(
                new Operation.Map(expression, inputs.Select(input => input.Reading).ToEquatableArray()),
                [.. inputs.Select(input => input.Value)],
                extent,
                name);

    public Value Reduce(Over over, Value of, string name) => Reduce(over, of, name, over switch
    {
        Over.Channel => Extent.Fixed(of.Extent.Channels),
        Over.Sample => Extent.PerSample(of.Extent.Batches),
        _ => Extent.Single,
    });

    /// <summary>Sums whose outputs are viewed as another extent of equal size: γ of LayerNorm has the shape of a sample.</summary>
    public Value Reduce(Over over, Value of, string name, Extent left)
    {
        // Where there is one channel, its sum is the sum of all.
        if (over == Over.Channel && of.Extent.Channels == 1) over = Over.All;
        return Add(new Operation.Reduce(over, EquatableArray.Of(Scalar.X(0)), of.Extent, EquatableArray.Of(Reading.Full)), [of], left, name);
    }

    public Value Reshape(Value value, Shape shape, string name) =>
        value.Extent.Shape == shape ? value : Add(new Operation.Reshape(), [value], value.Extent with { Dimensions = shape.Dimensions }, name);

    /// <summary>N samples of C numbers as N · groups samples of C / groups.</summary>
    public Value Regroup(Value value, int groups, string name) =>
        Regroup(value, new Extent(value.Extent.Batches * groups, EquatableArray.Of((int)(value.Extent.Elements / groups))), name);

    /// <summary>The same numbers as another extent of equal size.</summary>
    public Value Regroup(Value value, Extent extent, string name) => value.Extent == extent ? value : Add(new Operation.Reshape(), [value], extent, name);

    /// <summary>Concatenates the channels of values of one batch.</summary>
    public Value Concat(IReadOnlyList<Value> values, string name)
    {
        var extent = values[0].Extent;
        return Add(
            new Operation.Concat(),
            [.. values],
            extent with { Dimensions = EquatableArray.Of([values.Sum(value => value.Extent.Channels), .. extent.Dimensions.Skip(1)]) },
            name);
    }

    /// <summary>Some channels of each sample.</summary>
    public Value Slice(Value value, int first, int channels, string name) => Add(
        new Operation.Slice(first),
        [value],
        value.Extent with { Dimensions = EquatableArray.Of([channels, .. value.Extent.Dimensions.Skip(1)]) },
        name);

    /// <summary>Filters or resizes pictures.</summary>
    public Value Resample(Value value, Band rows, Band columns, string name) => Add(
        new Operation.Resample(rows, columns), [value],
        value.Extent with { Dimensions = EquatableArray.Of(value.Extent.Channels, rows.Outputs, columns.Outputs) }, name);

    /// <summary>The largest number of each window.</summary>
    public Value MaxPool(Value value, Window window, Shape shape, string name) =>
        Add(new Operation.TakeLargest(window), [value, value], value.Extent with { Dimensions = shape.Dimensions }, name);

    /// <summary>The numbers of a sample in another order, with a new shape.</summary>
    public Value Permute(Value value, EquatableArray<int> dimensions, EquatableArray<int> order, Shape shape, string name) =>
        Add(new Operation.Permute(dimensions, order), [value], value.Extent with { Dimensions = shape.Dimensions }, name);

    /// <summary>One number per pixel spread to all channels: the transpose of a 1 × 1 convolution by ones.</summary>
    public Value Spread(Value pixels, Shape shape, string name)
    {
        var form = new Trilinear.Convolution(shape, pixels.Extent.Shape, Window.Single);
        return Contract(form, Side.Large, pixels, Map(1, form.Extent(Side.Weight, 0), name + "Ones"), name);
    }

    /// <summary>The product of a matrix of each sample with another.</summary>
    public Value BatchMatMul(Operation.BatchMatMul product, Value first, Value second, string name) =>
        Add(product, [first, second], first.Extent with { Dimensions = EquatableArray.Of(product.Rows, product.Columns) }, name);

    /// <summary>e^x / Σ e^x over the numbers of each sample, with the largest subtracted first.</summary>
    public Value Softmax(Value value, string name)
    {
        var (_, exponentials, sums) = Exponentials(value, name);
        return Map(Scalar.X(0) / Scalar.X(1), value.Extent, name, (exponentials, Reading.Full), (sums, Reading.Sample(value.Extent)));
    }

    /// <summary>The logarithm of <see cref="Softmax"/>, finite wherever x is: x − max − log Σ e^(x − max).</summary>
    public Value LogSoftmax(Value value, string name)
    {
        var ofSample = Reading.Sample(value.Extent);
        var (largest, _, sums) = Exponentials(value, name);
        return Map(
            Scalar.X(0) - Scalar.X(1) - Scalar.Log(Scalar.X(2)),
            value.Extent,
            name + "Logarithms",
            (value, Reading.Full),
            (largest, ofSample),
            (sums, ofSample));
    }

    private (Value Largest, Value Exponentials, Value Sums) Exponentials(Value value, string name)
    {
        var (ofSample, one) = (Reading.Sample(value.Extent), Extent.PerSample(value.Extent.Batches));
        var largest = Add(new Operation.Largest(), [value], one, name + "Largest");
        var exponentials = Map(Scalar.Exp(Scalar.X(0) - Scalar.X(1)), value.Extent, name + "Exponentials", (value, Reading.Full), (largest, ofSample));
        return (largest, exponentials, Reduce(Over.Sample, exponentials, name + "Sums"));
    }

    /// <summary>An effect: it has no outputs.</summary>
    public void Do(Operation effect, params Value[] inputs)
    {
        // What one branch computes exists neither in the other nor after both.
        if (effect is Operation.Branch) known = new(beforeBranches ??= known);
        if (effect is Operation.EndOfBranches) (known, beforeBranches) = (beforeBranches!, null);
        nodes.Add(new Node(effect, inputs.ToEquatableArray(), default, Note));
    }

    public Value Add(Operation operation, Value[] inputs, Extent extent, string name) => Add(operation, inputs, [extent], [name])[0];

    public EquatableArray<Value> Add(Operation operation, Value[] inputs, Extent[] extents, string[] outputNames)
    {
        var key = (operation, inputs.ToEquatableArray(), extents.ToEquatableArray());

        // Each pass updates the running statistics, even if it normalises the same samples.
        var isShared = operation is not (Operation.Moments { RunningMean: not null } or Operation.PowerIteration { Iterations: > 0 } or Operation.RunningMeans);
        if (isShared && known.TryGetValue(key, out var before)) return before.Outputs;

        var outputs = extents.Select((extent, i) => new Value(sources.Count + i, extent, Unique(outputNames[i]))).ToEquatableArray();
        var node = new Node(operation, key.Item2, outputs, Note);
        nodes.Add(node);
        foreach (var _ in outputs) sources.Add(node);
        if (isShared) known.Add(key, node);
        return outputs;
    }

    private string Unique(string name)
    {
        names.TryGetValue(name, out var count);
        names[name] = count + 1;
        if (count == 0) return name;

        // Names of blocks' layers also end in numbers after an underscore.
        var numbered = $"{name}_{Numbers.Plain(count + 1)}";
        return names.ContainsKey(numbered) ? Unique(name) : Unique(numbered);
    }
}
