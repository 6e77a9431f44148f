using GanDsl.Generators.Shapes;
using System.Text;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Places every value of a program: parameters, statistics and gradients in their network's buffers, the rest in one workspace by liveness, so that values that
/// are not live at once share memory.
/// </summary>
/// <param name="Program">The program.</param>
/// <param name="Placements">Where each value is stored.</param>
/// <param name="Scratches">The nodes' partial sums, by the node's first output.</param>
/// <param name="FixedLength">The length of the workspace that does not grow with the batch.</param>
/// <param name="LengthPerSample">The length of the workspace for each of N samples.</param>
internal sealed record MemoryPlan(
    Program Program, Dictionary<Value, Placement> Placements, Dictionary<Value, Scratch> Scratches, long FixedLength, long LengthPerSample)
{
    /// <summary>The numbers of the largest value, for each of N samples.</summary>
    public long LargestPerSample => Program.Nodes
        .SelectMany(node => node.Outputs)
        .Where(output => output.Extent.Batches > 0)
        .Select(output => output.Extent.Batches * output.Extent.Elements)
        .DefaultIfEmpty(1)
        .Max();

    public static MemoryPlan Of(Program program)
    {
        program = GradientPlacements.Own(program);
        var plan = new Planner(program);
        return plan.Run();
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append($"fixed {Numbers.Grouped(FixedLength)}, a sample {Numbers.Grouped(LengthPerSample)}\n");
        foreach (var node in Program.Nodes)
        {
            foreach (var output in node.Outputs) text.Append($"%{output.Name}: {Describe(Placements[output])}\n");
            if (node.Outputs.Count > 0 && Scratches.TryGetValue(node.Outputs[0], out var scratch))
                text.Append($"  {Numbers.Count(scratch.Slices, "slice")}: {Describe(scratch.Placement)}\n");
        }

        return text.ToString();
    }

    private static string Describe(Placement placement) => placement switch
    {
        Placement.Fixed(var offset) => $"fixed {Numbers.Grouped(offset)}",
        Placement.Batch(var offset, var behind) =>
            behind == 0 ? $"batch {Numbers.Grouped(offset)}·N" : $"batch ({Numbers.Grouped(offset)} + {Numbers.Grouped(behind)})·N",
        Placement.Parameter(var network, var offset) => $"{NetworkNumbers.Symbol(network)}'s parameters {Numbers.Grouped(offset)}",
        Placement.Statistic(var network, var offset) => $"{NetworkNumbers.Symbol(network)}'s statistics {Numbers.Grouped(offset)}",
        Placement.Gradient(var network, var offset) => $"{NetworkNumbers.Symbol(network)}'s gradients {Numbers.Grouped(offset)}",
        Placement.Slot(var name) => $"report {name}",
        Placement.BatchSize(var reciprocal) => reciprocal ? "1/N" : "N",
        _ => placement.ToString(),
    };

    private sealed class Planner(Program program)
    {
        private readonly Line line = new(program);
        private readonly Dictionary<Value, Placement> placements = [];
        private readonly Dictionary<Value, Scratch> scratches = [];
        private readonly List<Block> blocks = [];
        private readonly Dictionary<Value, (Block Block, long Behind)> placed = [];

        /// <summary>Memory that several values use in turn.</summary>
        private sealed class Block(bool isBatch, long length, int from)
        {
            public bool IsBatch => isBatch;

            public long Length => length;

            public int From { get; set; } = from;

            public int To { get; set; } = from;

            public long Offset { get; set; }

            /// <summary>The place of the last operation that reads one of its values.</summary>
            public int LastUse { get; set; }
        }

        public MemoryPlan Run()
        {
            for (var i = 0; i < program.Nodes.Count; i++) Place(program.Nodes[i], i);
            var fixedLength = Arrange(isBatch: false);
            var perSample = Arrange(isBatch: true);
            foreach (var pair in placed) placements[pair.Key] = PlacementIn(pair.Value.Block, pair.Value.Behind);
            return new MemoryPlan(program, placements, scratches.ToDictionary(pair => pair.Key, pair => Settled(pair.Value, pair.Key)), fixedLength, perSample);
        }

        private readonly Dictionary<Value, Block> scratchBlocks = [];

        private Scratch Settled(Scratch scratch, Value value) => scratch with { Placement = PlacementIn(scratchBlocks[value], 0) };

        private static Placement PlacementIn(Block block, long behind) =>
            block.IsBatch ? new Placement.Batch(block.Offset, behind) : new Placement.Fixed(block.Offset);

        private void Place(Node node, int at)
        {
            foreach (var input in node.Inputs) Touch(input, at);
            if (node.Outputs.Count == 0) return;

            var output = node.Outputs[0];
            switch (node.Operation)
            {
                case Operation.Parameter parameter:
                    placements[output] = new Placement.Parameter(parameter.Network, parameter.Offset);
                    return;
                case Operation.Statistic statistic:
                    placements[output] = new Placement.Statistic(statistic.Network, statistic.Offset);
                    return;
                case Operation.BatchSize(var reciprocal):
                    placements[output] = new Placement.BatchSize(reciprocal);
                    return;
                case Operation.Remembered(var slot):
                    placements[output] = new Placement.Slot(slot);
                    return;
                case Operation.Reshape:
                    Share(output, node.Inputs[0], 0);
                    return;
                case Operation.Half(var which):
                    Share(output, node.Inputs[0], which * output.Extent.Elements);
                    return;
                case Operation.Join when JoinOf(node.Inputs[0]) == node:
                    // Its operands were placed inside it.
                    Share(output, node.Inputs[0], 0);
                    return;
                default:
                    foreach (var value in node.Outputs) PlaceOutput(value, node, at);
                    if (Slices.Of(node) is var slices and > 1) PlaceScratch(node, slices, at);
                    return;
            }
        }

        private void PlaceOutput(Value value, Node node, int at)
        {
            if (EffectPlacement(value) is { } placement)
            {
                placements[value] = placement;
                return;
            }

            // An operand of a joint value is written where the joint value will be.
            if (JoinOf(value) is { } join)
            {
                var first = join.Inputs[0] == value;
                var other = join.Inputs[first ? 1 : 0];
                var block = placed.TryGetValue(other, out var known) ? known.Block : New(isBatch: true, 2 * value.Extent.Elements, at);
                block.To = Math.Max(block.To, at);
                PlaceIn(block, value, first ? 0 : value.Extent.Elements);
                return;
            }

            if (Dying(node, value, at) is { } dying)
            {
                PlaceIn(dying, value, 0);
                dying.To = at;
                return;
            }

            PlaceIn(New(value.Extent.Batches > 0, value.Extent.Elements * Math.Max(1, value.Extent.Batches), at), value, 0);
        }

        private void PlaceIn(Block block, Value value, long behind)
        {
            placed[value] = (block, behind);
            block.LastUse = line.Readers(value).Select(line.Place).Append(block.LastUse).Max();
        }

        /// <summary>The join that the value's elements go into, if they can be written there at once.</summary>
        private Node? JoinOf(Value value)
        {
            // Kernels read pictures by pairs, so the second half must begin at an even offset, whatever N is.
            if (value.Extent.Elements % 2 != 0) return null;

            var joins = line.ReadersThroughAliases(value).Where(reader => reader.Operation is Operation.Join).ToList();
            return joins.Count == 1
                && joins[0].Inputs.All(input => IsOwn(input) && line.Readers(input).Count(reader => reader.Operation is Operation.Join) == 1)
                && joins[0].Inputs[0] != joins[0].Inputs[1] && joins[0].Inputs.Contains(value)
                ? joins[0]
                : null;
        }

        // A value that this program computes or takes, and that no effect places.
        private bool IsOwn(Value value) =>
            EffectPlacement(value) is null && line.Source(value).Operation is not (Operation.Parameter or Operation.Statistic or Operation.BatchSize
                or Operation.Remembered or Operation.Reshape or Operation.Half or Operation.Join);

        private Placement? EffectPlacement(Value value)
        {
            foreach (var reader in line.ReadersThroughAliases(value))
            {
                if (reader.Operation is Operation.Gradient gradient) return new Placement.Gradient(gradient.Network, gradient.Offset);
                if (reader.Operation is Operation.Remember(var remembered)) return new Placement.Slot(remembered);
                if (reader.Operation is Operation.Report(var slot)) return new Placement.Slot(slot);
            }

            return null;
        }

        /// <summary>The block of an operand that is read element by element, and not later.</summary>
        private Block? Dying(Node node, Value output, int at)
        {
            var readings = node.Operation switch
            {
                Operation.Map map => map.Readings,
                Operation.Contract contract => contract.Readings,
                _ => default,
            };
            var first = node.Inputs.Count - readings.Count;
            for (var i = 0; i < readings.Count; i++)
            {
                var operand = node.Inputs[first + i];
                if (readings[i].Kind != ReadingKind.Full || operand.Extent.Batches != output.Extent.Batches
                    || operand.Extent.Elements != output.Extent.Elements)
                    continue;
                if (!placed.TryGetValue(operand, out var where) || where.Behind != 0
                    || where.Block.Length != output.Extent.Elements * Math.Max(1, output.Extent.Batches))
                    continue;
                if (where.Block.LastUse > at) continue;
                if (node.Inputs.Take(first).Any(input => placed.TryGetValue(input, out var read) && read.Block == where.Block)) continue;
                if (node.Inputs.Skip(first).Where((input, k) => k != i).Any(input => placed.TryGetValue(input, out var read) && read.Block == where.Block))
                    continue;
                return where.Block;
            }

            return null;
        }

        private void PlaceScratch(Node node, int slices, int at)
        {
            var isBatch = node.Operation is Operation.Contract && node.Outputs[0].Extent.Batches > 0;
            var length = slices * Slices.PartialLength(node);
            var block = New(isBatch, length, at);
            scratchBlocks[node.Outputs[0]] = block;
            scratches[node.Outputs[0]] = new Scratch(slices, new Placement.Fixed(0));
        }

        private Block New(bool isBatch, long length, int at)
        {
            // Inputs exist before the first node runs.
            var block = new Block(isBatch, length, program.Nodes[at].Operation is Operation.Input ? 0 : at);
            blocks.Add(block);
            return block;
        }

        private void Share(Value value, Value of, long behind)
        {
            if (placed.TryGetValue(of, out var where)) PlaceIn(where.Block, value, where.Behind + behind);
            else placements[value] = placements[of];
        }

        private void Touch(Value value, int at)
        {
            if (placed.TryGetValue(value, out var where)) where.Block.To = Math.Max(where.Block.To, at);
        }

        /// <summary>The largest blocks first, each at the lowest offset that no value alive at the same time occupies.</summary>
        private long Arrange(bool isBatch)
        {
            // By offset.
            var arranged = new List<Block>();
            foreach (var block in blocks.Where(block => block.IsBatch == isBatch).OrderByDescending(block => block.Length).ThenBy(block => block.From))
            {
                var (offset, length) = (0L, Alignment.Aligned(block.Length));
                foreach (var other in arranged)
                {
                    if (other.From > block.To || block.From > other.To) continue;
                    if (offset + length <= other.Offset) break;
                    offset = Math.Max(offset, other.Offset + Alignment.Aligned(other.Length));
                }

                block.Offset = offset;
                var at = arranged.Count;
                while (at > 0 && arranged[at - 1].Offset > offset) at--;
                arranged.Insert(at, block);
            }

            return arranged.Select(block => block.Offset + Alignment.Aligned(block.Length)).DefaultIfEmpty(0).Max();
        }
    }
}
