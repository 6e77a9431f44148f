using System.Runtime.CompilerServices;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>
/// Runs a program in float64, every operation as its definition says it, a loop at a time: what passes and kernels are held against.
/// Sizes are checked at every node, so that a program whose extents and readings do not agree fails instead of reading past something.
/// </summary>
internal sealed class ProgramInterpreter
{
    private readonly Leaves leaves;
    private readonly Dictionary<Value, double[]> values = [];
    private readonly Dictionary<Operation.Statistic, double[]> statistics = [];
    private readonly List<(Operation, double[]?)> effects = [];
    private double[] running = new double[3];

    private ProgramInterpreter(Leaves leaves) => this.leaves = leaves;

    public static ProgramRun Run(Program program, Leaves leaves)
    {
        var interpreter = new ProgramInterpreter(leaves);
        foreach (var node in program.Nodes) interpreter.Run(node);
        return new ProgramRun(interpreter.values, interpreter.statistics, interpreter.effects);
    }

    private void Run(Node node)
    {
        var inputs = node.Inputs.Select(input => values[input]).ToArray();
        if (node.Operation.IsEffect)
        {
            effects.Add((node.Operation, inputs.SingleOrDefault()));
            return;
        }

        var outputs = node.Operation.IsLeaf ? [Leaf(node)] : Compute(node, inputs);
        Require(outputs.Length == node.Outputs.Count, node, $"gives {outputs.Length} values");
        foreach (var (output, numbers) in node.Outputs.PairedWith(outputs))
        {
            Require(numbers.Length == leaves.Count(output.Extent), node, $"gives {numbers.Length} numbers for {output.Extent}");
            values.Add(output, numbers);
        }
    }

    private double[] Leaf(Node node) => node.Operation is Operation.Statistic statistic
        ? Statistic(statistic, node.Outputs[0].Extent)
        : leaves.Of(node.Operation, node.Outputs[0].Extent, node.Outputs[0].Name);

    private double[] Statistic(Operation.Statistic statistic, Extent extent) =>
        statistics.TryGetValue(statistic, out var numbers) ? numbers : statistics[statistic] = leaves.Of(statistic, extent);

    private double[][] Compute(Node node, double[][] inputs) => node.Operation switch
    {
        Operation.Contract contract => [Contract(node, contract, inputs)],
        Operation.Map map => [Elementwise(node, map.Expression, node.Outputs[0].Extent, Operands(node, inputs, map.Readings, node.Outputs[0].Extent))],
        Operation.Reduce reduce => Reduce(node, reduce, inputs),
        Operation.Moments moments => Moments(node, moments, inputs[0]),
        Operation.PowerIteration power => [Iterate(power, inputs[0])],
        Operation.RunningMeans(var decay) => Follow(decay, inputs),
        Operation.Reshape => [inputs[0]],
        Operation.Join => [[.. inputs[0], .. inputs[1]]],
        Operation.Half(var which) => [which == 0 ? inputs[0][..(inputs[0].Length / 2)] : inputs[0][(inputs[0].Length / 2)..]],
        Operation.Concat => [Parts.Concat(inputs, [.. node.Inputs.Select(input => input.Extent)], node.Outputs[0].Extent.Batches * leaves.Batch)],
        Operation.Slice(var first) => [Parts.Slice(inputs[0], node.Inputs[0].Extent, node.Outputs[0].Extent, first)],
        Operation.Shift shift => [Augmenting.Shift(inputs[0], inputs[1], node.Outputs[0].Extent, (int)node.Inputs[1].Extent.Elements, shift)],
        Operation.Cutout cutout => [Augmenting.Cutout(inputs[0], inputs[1], node.Outputs[0].Extent, (int)node.Inputs[1].Extent.Elements, cutout)],
        Operation.Warp warp => [Augmenting.Warp(inputs[0], inputs[1], node.Outputs[0].Extent, (int)node.Inputs[1].Extent.Elements, warp)],
        Operation.Compute(var formulas) => [Compute(formulas, inputs, Math.Max(1, node.Outputs[0].Extent.Batches * leaves.Batch))],
        Operation.Upsample(var scale) => [Resampling.Upsample(inputs[0], node.Inputs[0].Extent, node.Outputs[0].Extent, scale)],
        Operation.BlockSum(var scale) => [Resampling.BlockSum(inputs[0], node.Inputs[0].Extent, node.Outputs[0].Extent, scale)],
        Operation.AvgPool(var window) => [Resampling.Average(inputs[0], node.Inputs[0].Extent, node.Outputs[0].Extent, window)],
        Operation.AvgPoolAdjoint(var window) => [Resampling.AvgPoolAdjoint(inputs[0], node.Inputs[0].Extent, node.Outputs[0].Extent, window)],
        Operation.Resample(var rows, var columns) => [Resampling.Resample(inputs[0], node.Inputs[0].Extent, node.Outputs[0].Extent, rows, columns)],
        Operation.TakeLargest(var window) => [Resampling.TakeLargest(inputs[0], inputs[1], node.Inputs[1].Extent, node.Outputs[0].Extent, window)],
        Operation.GiveLargest(var window) => [Resampling.GiveLargest(inputs[0], inputs[1], node.Inputs[0].Extent, node.Inputs[1].Extent, window)],
        Operation.Permute(var dimensions, var order) => [Parts.Permute(inputs[0], [.. dimensions], [.. order])],
        Operation.BatchMatMul matMul => [Parts.BatchMatMul(inputs[0], inputs[1], matMul)],
        Operation.Largest => [[.. inputs[0].Chunk((int)node.Inputs[0].Extent.Elements).Select(sample => sample.Max())]],
        Operation.GroupMean(var most) => [Parts.GroupMean(inputs[0], node.Outputs[0].Extent.Batches * leaves.Batch, most)],
        Operation.Pad(var mode, var amount) => [Borders.Pad(inputs[0], node.Inputs[0].Extent, mode, amount)],
        Operation.PadAdjoint(var mode, var amount) => [Borders.PadAdjoint(inputs[0], node.Outputs[0].Extent, mode, amount)],
        _ => throw new InvalidOperationException($"No meaning is written for {node.Operation.GetType().Name}."),
    };

    private double[] Contract(Node node, Operation.Contract contract, double[][] inputs)
    {
        var output = node.Outputs[0].Extent;
        var samples = Math.Max(1, Math.Max(node.Inputs[0].Extent.Batches, node.Inputs[1].Extent.Batches) * leaves.Batch);
        var (first, second) = Trilinear.Others(contract.Gives);
        Require(inputs[0].Length == TrilinearSum.Length(contract.Form, first, samples), node, $"has {inputs[0].Length} numbers on its {first} side");
        Require(inputs[1].Length == TrilinearSum.Length(contract.Form, second, samples), node, $"has {inputs[1].Length} numbers on its {second} side");
        var sum = TrilinearSum.Of(contract.Form, contract.Gives, inputs[0], inputs[1], samples);

        // Variable 0 is the sum; the further inputs begin with the third of the node.
        var operands = Operands(node, inputs[2..], contract.Readings, output).Prepend((sum, Reading.Full)).ToArray();
        return Elementwise(node, contract.Epilogue, output, operands);
    }

    private double[][] Reduce(Node node, Operation.Reduce reduce, double[][] inputs)
    {
        var (extent, operands) = (reduce.Extent, Operands(node, inputs, reduce.Readings, reduce.Extent));
        var (elements, channels, pixels) = ((int)extent.Elements, extent.Channels, extent.Pixels);
        return
        [
            .. reduce.Terms.Select((term, k) =>
            {
                var sums = new double[leaves.Count(node.Outputs[k].Extent)];
                var terms = Elementwise(node, term, extent, operands);
                for (var i = 0; i < terms.Length; i++) sums[Place(i)] += terms[i];
                return sums;
            }),
        ];

        int Place(int element) => reduce.Over switch
        {
            Over.Channel => element / pixels % channels,
            Over.Sample => element / elements,
            _ => 0,
        };
    }

    private double[][] Moments(Node node, Operation.Moments moments, double[] x)
    {
        var extent = node.Inputs[0].Extent;
        var (channels, pixels) = (extent.Channels, extent.Pixels);
        var count = (double)x.Length / channels;
        var (mean, variance) = (new double[channels], new double[channels]);
        for (var i = 0; i < x.Length; i++) mean[i / pixels % channels] += x[i] / count;
        for (var i = 0; i < x.Length; i++) variance[i / pixels % channels] += Math.Pow(x[i] - mean[i / pixels % channels], 2) / count;

        // As PyTorch: running = (1 − momentum) · running + momentum · new, of the unbiased variance.
        Follow(moments.RunningMean, mean);
        Follow(moments.RunningVariance, [.. variance.Select(v => v * count / (count - 1))]);
        return [mean, variance, [.. variance.Select(v => 1 / Math.Sqrt(v + moments.Eps))]];

        void Follow(Operation.Statistic? statistic, double[] now)
        {
            if (statistic is null) return;
            var before = Statistic(statistic, Extent.Fixed(extent.Channels));
            statistics[statistic] = [.. before.PairedWith(now, (old, number) => ((1 - moments.Momentum) * old) + (moments.Momentum * number))];
        }
    }

    // Inputs that have as many rows as there are samples are read row by row.
    private static double[] Compute(Formulas formulas, double[][] inputs, int samples) => [.. Enumerable.Range(0, samples).SelectMany(sample =>
    {
        var numbers = new List<double>();
        for (var i = 0; i < inputs.Length; i++)
            numbers.AddRange(inputs[i].Skip(inputs[i].Length == formulas.Inputs[i] ? 0 : sample * formulas.Inputs[i]).Take(formulas.Inputs[i]));
        var given = numbers.Count;
        foreach (var line in formulas.Lines) numbers.Add(line.Value.Evaluate(leaf => numbers[((Scalar.Variable)leaf).Index]));
        return formulas.Results.Select(line => numbers[given + line]);
    })];

    private double[][] Follow(double decay, double[][] inputs)
    {
        var avgPoolAdjoint = inputs[2][0];
        running =
            [.. running.PairedWith([inputs[0][0] * avgPoolAdjoint, inputs[1][0] * avgPoolAdjoint, 1], (before, now) => (decay * before) + ((1 - decay) * now))];
        return [[running[0] / running[2]], [running[1] / running[2]]];
    }

    private double[] Iterate(Operation.PowerIteration power, double[] weight)
    {
        var (rows, pixels, columns) = (power.Matrix.Rows, power.Matrix.Pixels, power.Matrix.Columns);
        var (u, v) = (Statistic(power.U, Extent.Fixed(rows)), Statistic(power.V, Extent.Fixed(columns)));
        for (var i = 0; i < power.Iterations; i++)
        {
            v = Unit([.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Sum(row => At(row, column) * u[row]))]);
            u = Unit([.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Sum(column => At(row, column) * v[column]))]);
        }

        (statistics[power.U], statistics[power.V]) = (u, v);
        return [.. weight.Select((_, i) => u[i / pixels % rows] * v[(i / pixels / rows * pixels) + (i % pixels)])];

        double At(int row, int column) => weight[(((column / pixels * rows) + row) * pixels) + (column % pixels)];

        double[] Unit(double[] vector)
        {
            var norm = Math.Max(Math.Sqrt(vector.Sum(x => x * x)), power.Eps);
            return [.. vector.Select(x => x / norm)];
        }
    }

    private (double[] Numbers, Reading Reading)[] Operands(Node node, double[][] inputs, IReadOnlyList<Reading> readings, Extent extent)
    {
        Require(inputs.Length == readings.Count, node, $"reads {inputs.Length} operands with {readings.Count} readings");
        var count = leaves.Count(extent);
        foreach (var (numbers, reading) in inputs.PairedWith(readings))
        {
            var wanted = reading.Kind switch
            {
                ReadingKind.Full => count,
                ReadingKind.Channel => count % (reading.Channels * reading.Pixels) == 0 ? reading.Channels : -1,
                ReadingKind.Sample => (double)count / reading.Pixels,
                _ => 1,
            };
            Require(numbers.Length == wanted, node, $"reads {numbers.Length} numbers as {reading.Kind} of {extent}");
        }

        return [.. inputs.PairedWith(readings)];
    }

    private double[] Elementwise(Node node, Scalar expression, Extent extent, (double[] Numbers, Reading Reading)[] operands)
    {
        var (result, elements, element) = (new double[leaves.Count(extent)], extent.Elements, 0);
        Func<Scalar, double> at = At;
        for (; element < result.Length; element++) result[element] = expression.Evaluate(at);
        return result;

        double At(Scalar leaf) => leaf switch
        {
            Scalar.Variable(var index) => operands[index].Numbers[operands[index].Reading.Element(element)],
            Scalar.SampleIndex => element / elements,
            _ => throw new InvalidOperationException($"{ProgramText.Of(node)} reads {leaf.GetType().Name}."),
        };
    }

    private static void Require(bool holds, Node node, [InterpolatedStringHandlerArgument(nameof(holds))] Otherwise otherwise)
    {
        if (!holds) throw new InvalidOperationException($"{ProgramText.Of(node)} {otherwise.ToString()}.");
    }
}
