using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Reverse mode, one operation at a time: maps the cotangents of a node's outputs to those of its inputs. One arm per operation; arms write operations that
/// have arms themselves.
/// </summary>
internal static class Vjp
{
    /// <param name="builder">The program that gets the gradient.</param>
    /// <param name="node">The node to differentiate.</param>
    /// <param name="cotangents">Those of its outputs; null is zero.</param>
    /// <param name="wants">Which inputs need one.</param>
    /// <returns>Those of its inputs; null is zero.</returns>
    public static Value?[] Of(ProgramBuilder builder, Node node, Value?[] cotangents, bool[] wants)
    {
        var (inputs, result) = (node.Inputs, new Value?[node.Inputs.Count]);
        switch (node.Operation)
        {
            case Operation.Contract contract:
                var (first, second) = Trilinear.Others(contract.Gives);
                if (wants[0]) result[0] = Other(builder, contract, first, cotangents[0]!, second, inputs[1], inputs[0]);
                if (wants[1]) result[1] = Other(builder, contract, second, cotangents[0]!, first, inputs[0], inputs[1]);
                break;
            case Operation.Map map:
                for (var i = 0; i < inputs.Count; i++)
                {
                    if (wants[i])
                        result[i] = Pull(builder, i, inputs, map.Readings, node.Outputs[0].Extent, [
                            (map.Expression, node.Outputs[0], Reading.Full, cotangents[0]!, Reading.Full)
                        ]);
                }

                break;
            case Operation.Reduce reduce:
                var spread = Spread(reduce);
                var terms = reduce.Terms
                    .Select((term, k) => (Loss: term, Cotangent: cotangents[k]))
                    .Where(pair => pair.Cotangent is not null)
                    .Select(pair => (pair.Loss, (Value?)null, Reading.Full, pair.Cotangent!, spread))
                    .ToArray();
                for (var i = 0; i < inputs.Count; i++)
                {
                    if (wants[i]) result[i] = Pull(builder, i, inputs, reduce.Readings, reduce.Extent, terms);
                }

                break;
            case Operation.Moments:
                result[0] = OfMoments(builder, node, cotangents);
                break;
            case Operation.Reshape:
                result[0] = builder.Regroup(cotangents[0]!, inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.Join:
                for (var i = 0; i < 2; i++)
                {
                    if (wants[i]) result[i] = builder.Add(new Operation.Half(i), [cotangents[0]!], inputs[i].Extent, Name(inputs[i]));
                }

                break;
            case Operation.Half(var which):
                var zeros = builder.Map(0, cotangents[0]!.Extent, "zeros");
                result[0] = builder.Add(
                    new Operation.Join(), which == 0 ? [cotangents[0]!, zeros] : [zeros, cotangents[0]!], inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.Concat:
                var before = 0;
                for (var i = 0; i < inputs.Count; i++)
                {
                    if (wants[i]) result[i] = builder.Slice(cotangents[0]!, before, inputs[i].Extent.Channels, Name(inputs[i]));
                    before += inputs[i].Extent.Channels;
                }

                break;
            case Operation.Slice(var start):
                result[0] = OfSlice(builder, start, inputs[0], cotangents[0]!);
                break;
            case Operation.Pad or Operation.PadAdjoint or Operation.Upsample or Operation.BlockSum or Operation.AvgPool or Operation.AvgPoolAdjoint
                or Operation.Resample or Operation.Permute or Operation.GroupMean:
                result[0] = builder.Add(Adjoint(node.Operation), [cotangents[0]!], inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.Shift shift:
                if (wants[0])
                    result[0] = builder.Add(shift with { IsAdjoint = !shift.IsAdjoint }, [cotangents[0]!, inputs[1]], inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.Warp warp:
                if (wants[0])
                    result[0] = builder.Add(warp with { IsAdjoint = !warp.IsAdjoint }, [cotangents[0]!, inputs[1]], inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.Cutout:
                if (wants[0]) result[0] = builder.Add(node.Operation, [cotangents[0]!, inputs[1]], inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.TakeLargest(var window):
                // The position of the largest number does not change with small changes of the numbers.
                if (wants[0]) result[0] = builder.Add(new Operation.GiveLargest(window), [cotangents[0]!, inputs[1]], inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.GiveLargest(var window):
                if (wants[0]) result[0] = builder.Add(new Operation.TakeLargest(window), [cotangents[0]!, inputs[1]], inputs[0].Extent, Name(inputs[0]));
                break;
            case Operation.BatchMatMul product:
                if (wants[0]) result[0] = builder.Add(
                    OfFirst(product), product.TransposesFirst ? [inputs[1], cotangents[0]!] : [cotangents[0]!, inputs[1]], inputs[0].Extent, Name(inputs[0]));
                if (wants[1]) result[1] = builder.Add(
                    OfSecond(product), product.TransposesSecond ? [cotangents[0]!, inputs[0]] : [inputs[0], cotangents[0]!], inputs[1].Extent, Name(inputs[1]));
                break;
            case Operation.PowerIteration or Operation.RunningMeans or Operation.Largest or Operation.Compute:
                // Constants.
                break;
            default:
                throw new InvalidOperationException($"No derivative is written for {node.Operation.GetType().Name}.");
        }

        return result;
    }

    public static string Name(Value value) => value.Name + "Cotangent";

    // Linear: the backward does not read the forward's values.
    private static Operation Adjoint(Operation operation) => operation switch
    {
        Operation.Pad(var mode, var amount) => new Operation.PadAdjoint(mode, amount),
        Operation.PadAdjoint(var mode, var amount) => new Operation.Pad(mode, amount),
        Operation.Upsample(var scale) => new Operation.BlockSum(scale),
        Operation.BlockSum(var scale) => new Operation.Upsample(scale),
        Operation.AvgPool(var window) => new Operation.AvgPoolAdjoint(window),
        Operation.AvgPoolAdjoint(var window) => new Operation.AvgPool(window),
        Operation.Resample(var rows, var columns) => new Operation.Resample(rows.Transposed, columns.Transposed),
        Operation.Permute(var dimensions, var order) => new Operation.Permute(
            order.Select(from => dimensions[from]).ToEquatableArray(),
            Enumerable.Range(0, order.Count).Select(to => order.ToList().IndexOf(to)).ToEquatableArray()),
        Operation.GroupMean => operation,
        _ => throw new InvalidOperationException($"No adjoint is written for {operation.GetType().Name}."),
    };

    // C = AB: Ā = C̄Bᵀ and B̄ = AᵀC̄; of a transposed factor, the transpose of that.
    private static Operation.BatchMatMul OfFirst(Operation.BatchMatMul product) => product.TransposesFirst
        ? new(product.Inner, product.Columns, product.Rows, product.TransposesSecond, TransposesSecond: true)
        : new(product.Rows, product.Columns, product.Inner, TransposesFirst: false, !product.TransposesSecond);

    private static Operation.BatchMatMul OfSecond(Operation.BatchMatMul product) => product.TransposesSecond
        ? new(product.Columns, product.Rows, product.Inner, TransposesFirst: true, product.TransposesFirst)
        : new(product.Inner, product.Rows, product.Columns, !product.TransposesFirst, TransposesSecond: false);

    // The form is linear in each side: its derivative is the contraction that produces that side from the other two.
    private static Value Other(ProgramBuilder builder, Operation.Contract contract, Side wanted, Value cotangent, Side otherSide, Value other, Value of)
    {
        var (first, _) = Trilinear.Others(wanted);
        return first == otherSide
            ? builder.Contract(contract.Form, wanted, other, cotangent, Name(of))
            : builder.Contract(contract.Form, wanted, cotangent, other, Name(of));
    }

    private static Reading Spread(Operation.Reduce reduce) => reduce.Over switch
    {
        Over.Channel => Reading.Channel(reduce.Extent),
        Over.Sample => Reading.Sample(reduce.Extent),
        _ => Reading.Single,
    };

    /// <summary>
    /// The cotangent of input <paramref name="wanted"/> of expressions over an extent: Σ ∂term/∂x · cotangent, elementwise, and summed over the elements that
    /// share one of x.
    /// </summary>
    private static Value? Pull(
        ProgramBuilder builder,
        int wanted,
        EquatableArray<Value> inputs,
        EquatableArray<Reading> readings,
        Extent extent,
        (Scalar Expression, Value? Output, Reading OutputReading, Value Cotangent, Reading CotangentReading)[] terms)
    {
        var operands = inputs.Select((input, i) => (input, readings[i])).ToList();
        Scalar sum = 0;
        foreach (var (expression, output, outputReading, cotangent, cotangentReading) in terms)
        {
            var value = output is null ? null : X(operands.Count);
            if (output is not null) operands.Add((output, outputReading));
            var seed = X(operands.Count);
            operands.Add((cotangent, cotangentReading));
            sum += seed * expression.Derivative(X(wanted), value);
        }

        if (sum is Constant { Value: 0 }) return null;
        var name = Name(inputs[wanted]);
        var elementwise = MapOf(builder, sum, extent, name, operands);
        if (readings[wanted].Kind == ReadingKind.Full) return elementwise;
        var (over, shared) = readings[wanted] switch
        {
            { Kind: ReadingKind.Channel } reading =>
                (Over.Channel, reading == Reading.Channel(extent) ? extent : Divided(extent, reading.Channels, reading.Pixels)),
            { Kind: ReadingKind.Sample } reading => (Over.Sample, reading == Reading.Sample(extent) ? extent : Divided(extent, reading.Pixels)),
            _ => (Over.All, extent),
        };
        return builder.Reduce(over, builder.Regroup(elementwise, shared, name + "Parts"), name, inputs[wanted].Extent);
    }

    // An operand read by channels or samples other than the extent's is summed over those.
    private static Extent Divided(Extent extent, params int[] dimensions) =>
        new(
            (int)(Math.Max(1, extent.Batches) * extent.Elements / dimensions.Aggregate(1L, (product, dimension) => product * dimension)),
            dimensions.ToEquatableArray());

    /// <summary>A map with only the operands that its expression reads.</summary>
    internal static Value MapOf(ProgramBuilder builder, Scalar expression, Extent extent, string name, IReadOnlyList<(Value Value, Reading Reading)> operands)
    {
        var used = expression.All.OfType<Variable>().Select(variable => variable.Index).Distinct().OrderBy(index => index).ToList();
        return builder.Map(
            expression.Replace(leaf => leaf is Variable(var index) ? X(used.IndexOf(index)) : leaf),
            extent,
            name,
            used.Select(index => operands[index]).ToArray());
    }

    // The channels that were not taken get zeros.
    private static Value OfSlice(ProgramBuilder builder, int first, Value input, Value cotangent)
    {
        var behind = input.Extent.Channels - first - cotangent.Extent.Channels;
        var parts = new List<Value> { cotangent };
        if (first > 0) parts.Insert(0, Zeros(first));
        if (behind > 0) parts.Add(Zeros(behind));
        return parts.Count == 1 ? cotangent : builder.Concat(parts, Name(input));

        Value Zeros(int channels) =>
            builder.Map(0, input.Extent with { Dimensions = EquatableArray.Of([channels, .. input.Extent.Dimensions.Skip(1)]) }, "zeros");
    }

    // With M elements a channel: ∂mean = 1/M, ∂variance = 2(x − mean)/M, ∂(1/√(variance + eps)) = −(1/√…)³(x − mean)/M.
    private static Value? OfMoments(ProgramBuilder builder, Node node, Value?[] cotangents)
    {
        var x = node.Inputs[0];
        var channel = Reading.Channel(x.Extent);
        var operands = new List<(Value, Reading)>
        {
            (x, Reading.Full), (node.Outputs[0], channel), (node.Outputs[2], channel), (builder.BatchShare(), Reading.Single),
        };
        var (centred, inverse, avgPoolAdjoint) = (X(0) - X(1), X(2), X(3));
        Scalar[] derivatives = [1, 2 * centred, -(inverse * inverse * inverse * centred)];
        Scalar sum = 0;
        for (var i = 0; i < 3; i++)
        {
            if (cotangents[i] is not { } cotangent) continue;
            sum += X(operands.Count) * derivatives[i];
            operands.Add((cotangent, channel));
        }

        return MapOf(builder, 1.0 / (x.Extent.Batches * x.Extent.Pixels) * avgPoolAdjoint * sum, x.Extent, Name(x), operands);
    }
}
