using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Writes a placed program as a list of launches, and collects the kernels and strategy structs that they need.</summary>
internal sealed partial class Launches(Strategies strategies, KernelFields fields, Addresses addresses)
{
    private const string Kernels = Strategies.Kernels;

    /// <summary>How many launches were written.</summary>
    public int Count { get; private set; }

    /// <summary>Adds launches that are written elsewhere: an optimiser's.</summary>
    public void CountOne(int launches = 1) => Count += launches;

    /// <summary>Does not count launches that run instead of others.</summary>
    public void Uncount(int launches) => Count -= launches;

    private void Write(CodeWriter writer, Node node, Operation.Contract contract)
    {
        var output = node.Outputs[0];
        var extent = contract.Form.Extent(contract.Gives, output.Extent.Batches);
        var (form, name) = (strategies.Form(contract.Form), contract.Form.Name(contract.Gives));
        var family = contract.Form is Trilinear.Linear ? "LinearKernels" : "ConvolutionKernels";
        var batches = Math.Max(1, node.Inputs.Take(2).Max(input => input.Extent.Batches));
        var sides = new Dictionary<Side, Value> { [contract.Gives] = output };
        var (first, second) = Trilinear.Others(contract.Gives);
        (sides[first], sides[second]) = (node.Inputs[0], node.Inputs[1]);

        // A weight has no channels of its own for the epilogue: its operands are read by the element's index.
        var isWeight = contract.Gives == Side.Weight;
        var expressions = isWeight ? new Expressions(-1, -1, contract.Readings, 1) : new Expressions(extent.Channels, extent.Pixels, contract.Readings, 1);
        var epilogue = contract.IsPlain
            ? $"{Kernels}::Plain"
            : strategies.Epilogue(output.Name, ScalarText.Math(contract.Epilogue), expressions.Of(contract.Epilogue));
        var isSliced = addresses.Plan.Scratches.TryGetValue(output, out var scratch);
        var slices = isSliced ? $", slices: {Numbers.Plain(scratch!.Slices)}" : "";

        var kernel = fields.Of(
            output.Name + (isSliced ? "Slices" : ""), $"{family}.{name}<{form}, {(isSliced ? $"{Kernels}::Plain" : epilogue)}>", "ContractionArguments");
        var operands = isSliced || contract.IsPlain ? "" : $", operands: {OperandsText(node.Inputs.Skip(2))}";
        Comment(writer, node, isSliced ? $", in {Numbers.Count(scratch!.Slices, "slice")}" : "");
        Launch(
            writer,
            kernel,
            $"{Kernels}::{family}.{name}Items<{form}>({Times(batches)}{slices})",
            $"memory, small: {SideText(Side.Small)}, large: {SideText(Side.Large)}, weight: {SideText(Side.Weight)}, "
                + $"batch: {Times(batches)}{slices}{operands}");
        if (!isSliced) return;

        var shape = isWeight ? strategies.Extent(1, (int)extent.Elements) : strategies.Extent(extent.Channels, extent.Pixels);
        Launch(
            writer,
            fields.Of(output.Name, $"SliceKernels.Sum<{shape}, {epilogue}>", "SliceArguments"),
            Elements(extent),
            $"memory, slices: {addresses.OfScratch(output)}, result: {addresses.Of(output)}, size: {Elements(extent)}, count: {Numbers.Plain(scratch!.Slices)}"
            + (contract.IsPlain ? "" : $", operands: {OperandsText(node.Inputs.Skip(2))}"));

        string SideText(Side side) => side == contract.Gives && isSliced ? addresses.OfScratch(output) : addresses.Of(sides[side]);
    }

    private void Write(CodeWriter writer, Node node, Operation.Map map)
    {
        var output = node.Outputs[0];
        var (channels, pixels) = (output.Extent.Channels, output.Extent.Pixels);
        var expression = new Expressions(channels, pixels, map.Readings, 0).Of(map.Expression);
        var kernel = fields.Of(
            output.Name,
            $"MapKernels.Map<{strategies.Extent(channels, pixels)}, {strategies.Map(output.Name, ScalarText.Math(map.Expression), expression)}>",
            "MapArguments");
        var count = Elements(output.Extent);
        Comment(writer, node);
        Launch(
            writer,
            kernel,
            $"Device.Items({count})",
            $"memory, output: {addresses.Of(output)}, count: {count}, items: Device.Items({count}), operands: {OperandsText(node.Inputs)}");
    }

    private void Write(CodeWriter writer, Node node, Operation.Reduce reduce)
    {
        var first = node.Outputs[0];
        var (channels, pixels) = reduce.Over == Over.All ? (1, (int)reduce.Extent.Elements) : (reduce.Extent.Channels, reduce.Extent.Pixels);
        var expressions = new Expressions(channels, pixels, reduce.Readings, 0);
        var terms = strategies.Terms(first.Name, string.Join(" | ", reduce.Terms.Select(ScalarText.Math)), [.. reduce.Terms.Select(expressions.Of)]);
        var shape = strategies.Extent(channels, pixels);
        var name = reduce.Over == Over.Sample ? "ToSamples" : "ToChannels";
        var batch = reduce.Extent.Batches == 0 ? "1" : Times(reduce.Extent.Batches);
        var isSliced = addresses.Plan.Scratches.TryGetValue(first, out var scratch);
        var slices = isSliced ? Numbers.Plain(scratch!.Slices) : "1";
        var outputs = string.Join(", ", node.Outputs.Select((output, i) => $"output{Numbers.Plain(i)}: {addresses.Of(output)}"));
        var partials = isSliced ? addresses.OfScratch(first) : "0";

        Comment(writer, node, isSliced ? $", in {Numbers.Count(scratch!.Slices, "slice")}" : "");
        Launch(
            writer,
            fields.Of(first.Name, $"SumKernels.{name}<{shape}, {terms}>", "SumArguments"),
            $"{Kernels}::SumKernels.{name}Items<{shape}>({batch}, {SlicesText(slices)})",
            $"memory, partials: {partials}, {outputs}, batch: {batch}, slices: {SlicesText(slices)}, operands: {OperandsText(node.Inputs)}");
        if (!isSliced) return;

        Launch(
            writer,
            fields.Of("merge", "SumKernels.Merge", "MergeArguments"),
            Numbers.Literal((long)channels * node.Outputs.Count),
            $"memory, partials: {partials}, {outputs}, outputs: {Numbers.Plain(channels)}, terms: {Numbers.Plain(node.Outputs.Count)}, slices: {slices}");
    }

    private void Write(CodeWriter writer, Node node, Operation.Moments moments)
    {
        var input = node.Inputs[0];
        var shape = strategies.Extent(input.Extent.Channels, input.Extent.Pixels);
        var isSliced = addresses.Plan.Scratches.TryGetValue(node.Outputs[0], out var scratch);
        var slices = Numbers.Plain(isSliced ? scratch!.Slices : 1);
        var running = moments is { RunningMean: { } mean, RunningVariance: { } variance }
            ? $", runningMean: {addresses.OfStatistic(mean)}, runningVariance: {addresses.OfStatistic(variance)}, "
                + $"momentum: {Numbers.Literal(moments.Momentum)}f"
            : "";
        var arguments = $"memory, input: {addresses.Of(input)}, partials: {(isSliced ? addresses.OfScratch(node.Outputs[0]) : "0")}, "
            + $"mean: {addresses.Of(node.Outputs[0])}, "
            + $"variance: {addresses.Of(node.Outputs[1])}, inverse: {addresses.Of(node.Outputs[2])}, batch: {Times(input.Extent.Batches)}, "
            + $"slices: {SlicesText(slices)}, eps: {Numbers.Literal(moments.Eps)}f{running}";

        Comment(writer, node);
        Launch(
            writer,
            fields.Of(node.Outputs[0].Name + "Parts", $"MomentsKernels.Partial<{shape}>", "MomentsArguments"),
            $"{Kernels}::MomentsKernels.PartialItems<{shape}>({SlicesText(slices)})",
            arguments);
        if (isSliced)
            Launch(
                writer,
                fields.Of(node.Outputs[0].Name, $"MomentsKernels.Merge<{shape}>", "MomentsArguments"),
                $"{Kernels}::MomentsKernels.MergeItems<{shape}>()",
                arguments);
    }

    private void Write(CodeWriter writer, Node node, Operation.Draw draw)
    {
        var output = node.Outputs[0];
        var count = Elements(output.Extent);
        Comment(writer, node);
        Launch(
            writer,
            fields.Of(output.Name, $"RandomKernels.{draw.Distribution}", "RandomArguments"),
            $"Device.Items({Kernels}::RandomKernels.Quads({count}))",
            $"memory, output: {addresses.Of(output)}, count: {count}, items: Device.Items({Kernels}::RandomKernels.Quads({count})), "
                + "seed: Random.Seed, call: Random.NextCall()"
                + (draw.Distribution == Distribution.Bernoulli ? $", probability: {Numbers.Literal(draw.P)}f" : ""));
    }

    private void WriteJoin(CodeWriter writer, Node node)
    {
        // Its operands were written in place.
        if (addresses.Plan.Placements[node.Outputs[0]] == addresses.Plan.Placements[node.Inputs[0]]) return;

        var kernel = fields.Of(node.Outputs[0].Name, "CopyKernels.Copy", "CopyArguments");
        Comment(writer, node);
        for (var i = 0; i < 2; i++)
        {
            var count = Elements(node.Inputs[i].Extent);
            var behind = i == 0 ? "" : $" + ({Elements(node.Inputs[0].Extent)})";
            Launch(writer, kernel, $"Device.Items({count})", $"memory, source: {addresses.Of(node.Inputs[i])}, "
                + $"target: {addresses.Of(node.Outputs[0])}{behind}, count: {count}, items: Device.Items({count})");
        }
    }

    private void WriteParts(CodeWriter writer, Node node)
    {
        Comment(writer, node);
        var output = node.Outputs[0];
        if (node.Operation is Operation.Slice(var first))
        {
            Copy(node.Inputs[0], output, output.Extent, first * output.Extent.Pixels, 0);
            return;
        }

        var before = 0L;
        foreach (var input in node.Inputs)
        {
            Copy(input, output, input.Extent, 0, before);
            before += input.Extent.Elements;
        }

        void Copy(Value source, Value target, Extent part, long inSource, long inTarget)
        {
            var count = Elements(part);
            Launch(
                writer,
                fields.Of("part", "PartKernels.Copy", "PartArguments"),
                $"Device.Items({count})",
                $"memory, source: {At(source, inSource)}, sourceStride: {Numbers.Literal(source.Extent.Elements)}, target: {At(target, inTarget)}, "
                    + $"targetStride: {Numbers.Literal(target.Extent.Elements)}, "
                    + $"width: {Numbers.Literal(part.Elements)}, count: {count}, items: Device.Items({count})");
        }

        string At(Value value, long behind) => addresses.Of(value) + (behind == 0 ? "" : $" + {Numbers.Literal(behind)}");
    }

    private void Launch(CodeWriter writer, string kernel, string items, string arguments)
    {
        Count++;
        writer.Line($"{kernel}.Launch(");
        using (writer.Indent()) writer.Line($"{items},").Line($"new({arguments}));");
    }

    private static void Comment(CodeWriter writer, Node node, string more = "")
    {
        var from = string.Join(", ", node.Inputs.Take(node.Operation switch { Operation.Contract => 2, Operation.Concat => int.MaxValue, _ => 1 })
            .Select(input => input.Extent.ToString()));
        writer.Line().Line($"// {(node.Note.Length == 0 ? "" : node.Note + ": ")}{(from.Length == 0 ? "" : from + " → ")}{node.Outputs[0].Extent}{more}");
    }

    private string OperandsText(IEnumerable<Value> values)
    {
        var named = values.Select((value, i) => $"{(char)('a' + i)}: {addresses.Of(value)}").ToList();
        return named.Count == 0 ? "new(memory)" : $"new(memory, {string.Join(", ", named)})";
    }

    private static string SlicesText(string slices) => slices == "1" ? slices : $"Device.SlicesFor({slices})";

    private static string Times(int batches) => batches == 1 ? "n" : $"{Numbers.Plain(batches)} * n";

    private static string Elements(Extent extent) => extent.Batches switch
    {
        0 => Numbers.Literal(extent.Elements),
        _ when extent.Elements == 1 => Times(extent.Batches),
        _ => $"n * {Numbers.Literal(extent.Batches * extent.Elements)}",
    };
}
