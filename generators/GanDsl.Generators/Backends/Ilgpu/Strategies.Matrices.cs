using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <content>Filters, numbers in another order, and matrices.</content>
internal sealed partial class Strategies
{
    private const int MostDimensions = 5;

    public string Band(Band band) => band switch
    {
        Band.Fir fir => $"{Kernels}::Fir<{Filter(fir)}>",
        Band.Means { IsAdjoint: false } means => $"{Kernels}::Means<{Lengths(means.Inputs, means.Outputs)}>",
        Band.Means means => $"{Kernels}::Shares<{Lengths(means.Inputs, means.Outputs)}>",
        _ => throw new InvalidOperationException($"No band is written for {band.GetType().Name}."),
    };

    /// <summary>An order of dimensions: for each of the output's, how long it is, and its stride in the input.</summary>
    public string Permutation(EquatableArray<int> dimensions, EquatableArray<int> order)
    {
        var numbers = new List<(string, int)>();
        for (var i = 0; i < MostDimensions; i++)
        {
            // Leading dimensions of length 1 pad it.
            var from = i - (MostDimensions - order.Count);
            numbers.Add(($"Size{Numbers.Plain(i)}", from < 0 ? 1 : dimensions[order[from]]));
            numbers.Add(($"Stride{Numbers.Plain(i)}", from < 0 ? 0 : dimensions.Skip(order[from] + 1).Aggregate(1, (product, size) => product * size)));
        }

        return Struct(
            $"Order{Numbers.List(dimensions, "x")}By{Numbers.List(order, "")}",
            $"The dimensions {Numbers.List(dimensions)} in the order {Numbers.List(order)}.",
            "IPermutation",
            [.. numbers.Select(number => Number(number.Item1, number.Item2))]);
    }

    public string BatchMatMul(Operation.BatchMatMul matMul)
    {
        var (first, second) = (matMul.TransposesFirst ? "T" : "", matMul.TransposesSecond ? "T" : "");
        return Struct(
            $"BatchMatMul{Numbers.Plain(matMul.Rows)}x{Numbers.Plain(matMul.Inner)}{first}By{Numbers.Plain(matMul.Columns)}{second}",
            "The sizes of a product of matrices.",
            "IBatchMatMul",
            [
                Number("Rows", matMul.Rows),
                Number("Inner", matMul.Inner),
                Number("Columns", matMul.Columns),
                $"public static bool TransposesFirst => {Numbers.Literal(matMul.TransposesFirst)};",
                $"public static bool TransposesSecond => {Numbers.Literal(matMul.TransposesSecond)};",
            ]);
    }

    private string Lengths(int inputs, int outputs) => Struct(
        $"Means{Numbers.Plain(inputs)}To{Numbers.Plain(outputs)}", $"Means of {Numbers.Plain(inputs)} pixels, or the adjoint.", "ILengths",
        [Number("Inputs", inputs), Number("Outputs", outputs)]);

    private string Filter(Band.Fir fir)
    {
        string[] members =
        [
            Number("Inputs", fir.Inputs),
            Number("Outputs", fir.Outputs),
            Number("Up", fir.Up),
            Number("Down", fir.Down),
            Number("Before", fir.Before),
            Number("Taps", fir.Taps.Count) + "\n",
            $"public static float Tap(int k)",
            "{",
            $"    var tap = {Numbers.Literal(fir.Taps[0])}f;",
            .. fir.Taps.Skip(1).Select((tap, k) => $"    tap = k == {Numbers.Plain(k + 1)} ? {Numbers.Literal(tap)}f : tap;"),
            "    return tap;",
            "}",
        ];
        return Hashed($"Filter{Numbers.Plain(fir.Inputs)}To{Numbers.Plain(fir.Outputs)}", $"A filter: {fir}.", "IFir", members);
    }
}
