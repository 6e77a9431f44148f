using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>
/// Writes a placed program as a list of launches, a line each: <c>var value = run.Operation(operands, to: address);</c>. Collects the structs that they are
/// specialised by.
/// </summary>
internal sealed partial class Launches(Strategies strategies, Addresses addresses)
{
    private string lastPhase = "";

    // Where a value is made.
    private readonly Dictionary<Value, int> places = addresses.Plan.Program.Nodes
        .SelectMany((node, place) => node.Outputs.Select(output => (output, place)))
        .ToDictionary(made => made.output, made => made.place);

    // What an earlier line makes as well.
    private readonly HashSet<Value> written = [];

    // Written when all are known: a result that nothing reads needs no variable.
    private readonly List<Action<CodeWriter>> lines = [];

    /// <summary>How many launches were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds launches that are written elsewhere: an optimiser's.</summary>
    public void CountOne(int launches = 1) => Count += launches;

    /// <summary>Does not count launches that run instead of others.</summary>
    public void Uncount(int launches) => Count -= launches;

    /// <summary>Adds what is not a launch.</summary>
    public void Add(Action<CodeWriter> line) => lines.Add(line);

    /// <summary>Writes everything that was added.</summary>
    public void WriteTo(CodeWriter writer)
    {
        foreach (var line in lines) line(writer);
    }

    private void Add(Node node, Operation.Contract contract)
    {
        var output = node.Outputs[0];
        var extent = contract.Form.Extent(contract.Gives, output.Extent.Batches);
        var batches = Math.Max(1, node.Inputs.Take(2).Max(input => input.Extent.Batches));

        // A weight has no channels of its own for the epilogue: its operands are read by the element's index.
        var isWeight = contract.Gives == Side.Weight;
        var expressions = isWeight ? new Expressions(-1, -1, contract.Readings, 1) : new Expressions(extent.Channels, extent.Pixels, contract.Readings, 1);
        var (epilogue, operands) = contract.IsPlain
            ? ("", "")
            : (", " + strategies.Epilogue(contract.Epilogue, expressions), ", " + Operands(node.Inputs.Skip(2)));
        Launch(
            node,
            $"{contract.Form.Name(contract.Gives)}<{strategies.Form(contract.Form)}{epilogue}>",
            $"{Times(batches)}, {addresses.Of(node.Inputs[0])}, {addresses.Of(node.Inputs[1])}{operands}, to: {addresses.To(output)}{Slices(output)}",
            1 + Merges(output));
    }

    private void Add(Node node, Operation.Map map)
    {
        var extent = node.Outputs[0].Extent;
        var name = strategies.Map(map.Expression, new Expressions(extent.Channels, extent.Pixels, map.Readings, 0));
        var (kernel, count) = strategies.DependsOnPlace(name)
            ? ($"Map<{strategies.Extent(extent.Channels, extent.Pixels)}, {name}>", Batch(extent))
            : ($"Map<{name}>", Elements(extent));
        Launch(node, kernel, $"{count}, {Operands(node.Inputs)}, to: {addresses.To(node.Outputs[0])}");
    }

    private void Add(Node node, Operation.Reduce reduce)
    {
        var (first, all) = (node.Outputs[0], reduce.Over == Over.All);
        var (channels, pixels) = all ? (1, (int)reduce.Extent.Elements) : (reduce.Extent.Channels, reduce.Extent.Pixels);
        var terms = strategies.Terms([.. reduce.Terms], new Expressions(channels, pixels, reduce.Readings, 0));
        var (kernel, count) = all && !strategies.DependsOnPlace(terms)
            ? ($"Sum<{terms}>", Elements(reduce.Extent))
            : ($"SumTo{(reduce.Over == Over.Sample ? "Samples" : "Channels")}<{strategies.Extent(channels, pixels)}, {terms}>", Batch(reduce.Extent));
        Launch(node, kernel, $"{count}, {Operands(node.Inputs)}, to: {To(node)}{Slices(first)}", 1 + Merges(first));
    }

    private void Add(Node node, Operation.Moments moments)
    {
        var input = node.Inputs[0];
        var running = moments is { RunningMean: { } mean, RunningVariance: { } variance }
            ? $", running: ({addresses.OfStatistic(mean)}, {addresses.OfStatistic(variance)}), momentum: {Numbers.Literal(moments.Momentum)}f"
            : "";
        Launch(
            node,
            $"Moments<{strategies.Extent(input.Extent.Channels, input.Extent.Pixels)}>",
            $"{Times(input.Extent.Batches)}, {addresses.Of(input)}, to: {To(node)}, eps: {Numbers.Literal(moments.Eps)}f{Slices(node.Outputs[0])}{running}",
            1 + Merges(node.Outputs[0]));
    }

    private void Add(Node node, Operation.Draw draw) => Launch(
        node,
        draw.Distribution.ToString(),
        Elements(node.Outputs[0].Extent) + (draw.Distribution == Distribution.Bernoulli ? $", probability: {Numbers.Literal(draw.P)}f" : "")
            + $", to: {addresses.To(node.Outputs[0])}");

    private void AddJoin(Node node)
    {
        var output = node.Outputs[0];
        if (addresses.Plan.Placements[output] == addresses.Plan.Placements[node.Inputs[0]])
        {
            // Its operands were written in place.
            addresses.Alias(output, node.Inputs[0], behind: 0);
            return;
        }

        var (reals, fakes) = (node.Inputs[0], node.Inputs[1]);
        Launch(node, "Copy", $"{Elements(reals.Extent)}, {addresses.Of(reals)}, to: {addresses.To(output)}");
        Launch(node, "Copy", $"{Elements(fakes.Extent)}, {addresses.Of(fakes)}, to: {addresses.Of(output)} + ({Elements(reals.Extent)})", isFirst: false);
    }

    private void AddParts(Node node)
    {
        var output = node.Outputs[0];
        if (node.Operation is Operation.Slice(var first))
        {
            Copy(node.Inputs[0], output.Extent, first * output.Extent.Pixels, 0);
            return;
        }

        var before = 0L;
        foreach (var input in node.Inputs)
        {
            Copy(input, input.Extent, 0, before);
            before += input.Extent.Elements;
        }

        void Copy(Value source, Extent part, long inSource, long inTarget) => Launch(
            node,
            "CopyPart",
            $"{Batch(part)}, {addresses.Of(source)}{Behind(inSource)}, sourceStride: {Numbers.Literal(source.Extent.Elements)}, "
                + $"width: {Numbers.Literal(part.Elements)}, targetStride: {Numbers.Literal(output.Extent.Elements)}, "
                + $"to: {(inTarget == 0 ? addresses.To(output) : addresses.Of(output) + Behind(inTarget))}",
            isFirst: inTarget == 0);

        static string Behind(long numbers) => numbers == 0 ? "" : $" + {Numbers.Literal(numbers)}";
    }

    /// <summary>Adds a line.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="method">The method of the runtime's launcher, with its type arguments.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="launches">How many launches it is.</param>
    /// <param name="isFirst">Whether it is the node's first line, whose result is the value.</param>
    private void Launch(Node node, string method, string arguments, int launches = 1, bool isFirst = true)
    {
        if (isFirst) Separate(node.Note);
        AddLine(node, isFirst ? node.Outputs : [], method, arguments, launches);
    }

    /// <summary>Adds a line whose results are values, of the node or of those that follow it.</summary>
    private void AddLine(Node node, IEnumerable<Value> values, string method, string arguments, int launches)
    {
        Count += launches;
        var (call, names) = ($"run.{method}({arguments}); // {Comment(node)}", values.Select(addresses.Name).ToList());
        lines.Add(writer => writer.Line(Declared(names) + call));
    }

    // A blank line where another network's pass begins, or backward.
    private void Separate(string note)
    {
        var phase = (note.Length == 0 ? "" : note.Substring(0, 1)) + (note.Contains(", backward") ? ", backward" : "");
        if (phase != lastPhase && lines.Count > 0) lines.Add(writer => writer.Separate());
        lastPhase = phase;
    }

    private string Declared(List<string> names)
    {
        if (!names.Any(addresses.IsRead)) return "";
        return names.Count == 1 ? $"var {names[0]} = " : $"var ({string.Join(", ", names.Select(name => addresses.IsRead(name) ? name : "_"))}) = ";
    }

    private static string Comment(Node node)
    {
        var from = node.Operation is Operation.Reduce reduce
            ? reduce.Extent.ToString()
            : string.Join(", ", node.Inputs.Take(node.Operation switch { Operation.Contract => 2, Operation.Concat => int.MaxValue, _ => 1 })
                .Select(input => input.Extent.ToString()));
        return $"{(node.Note.Length == 0 ? "" : node.Note + ": ")}{(from.Length == 0 ? "" : from + " → ")}{node.Outputs[0].Extent}";
    }

    private string To(Node node) => node.Outputs.Count == 1
        ? addresses.To(node.Outputs[0])
        : $"({string.Join(", ", node.Outputs.Select(addresses.To))})";

    private string Operands(IEnumerable<Value> values) => $"[{string.Join(", ", values.Select(addresses.Of))}]";

    private string Slices(Value output) => addresses.Plan.Scratches.TryGetValue(output, out var scratch)
        ? $", slices: {Numbers.Plain(scratch.Slices)}, parts: {addresses.OfScratch(output)}"
        : "";

    private int Merges(Value output) => addresses.Plan.Scratches.ContainsKey(output) ? 1 : 0;

    private static string Times(int batches) => batches == 1 ? "n" : $"{Numbers.Plain(batches)} * n";

    private static string Batch(Extent extent) => extent.Batches == 0 ? "1" : Times(extent.Batches);

    private static string Elements(Extent extent) => extent.Batches switch
    {
        0 => Numbers.Literal(extent.Elements),
        _ when extent.Elements == 1 => Times(extent.Batches),
        _ => $"n * {Numbers.Literal(extent.Batches * extent.Elements)}",
    };
}
