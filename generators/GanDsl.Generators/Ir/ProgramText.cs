using System.Text;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>Prints programs for people and snapshots: <c>%d0 = Conv2d(kernel 4, stride 2, padding 1) %reals, %D.0.weight : [N, 64, 14, 14]</c>.</summary>
internal static class ProgramText
{
    public static string Of(Program program)
    {
        var text = new StringBuilder();
        foreach (var node in program.Nodes) text.Append(Of(node)).Append('\n');
        return text.ToString();
    }

    public static string Of(Node node)
    {
        var outputs = string.Join(", ", node.Outputs.Select(output => "%" + output.Name));
        var inputs = string.Join(", ", node.Inputs.Select((input, i) => "%" + input.Name + ReadingOf(node.Operation, i)));
        var extents = string.Join(", ", node.Outputs.Select(output => output.Extent.ToString()).Distinct());
        return (outputs.Length == 0 ? "" : outputs + " = ")
            + Name(node.Operation)
            + (inputs.Length == 0 ? "" : " " + inputs)
            + (extents.Length == 0 ? "" : " : " + extents)
            + (node.Note.Length == 0 ? "" : "   ; " + node.Note);
    }

    private static string Name(Operation operation) => operation switch
    {
        Operation.Input(var name) => $"Input({name})",
        Operation.Parameter parameter => $"Parameter({NetworkNumbers.Symbol(parameter.Network)}.{parameter.Name}, version {Numbers.Plain(parameter.Version)})",
        Operation.Statistic statistic => $"Statistic({NetworkNumbers.Symbol(statistic.Network)}.{statistic.Name})",
        Operation.BatchSize(var reciprocal) => reciprocal ? "1/N" : "N",
        Operation.Draw(var distribution, var p, var stream) =>
            $"Draw({distribution}{(distribution == Distribution.Bernoulli ? " " + Numbers.Literal(p) : "")}, stream {Numbers.Plain(stream)})",
        Operation.Contract contract =>
            contract.Form.Name(contract.Gives) + $"({contract.Form})" + (contract.IsPlain ? "" : $" then {ScalarText.Math(contract.Epilogue)};"),
        Operation.Map map => $"Map {ScalarText.Math(map.Expression)};",
        Operation.Reduce reduce =>
            $"Reduce over {reduce.Extent} to {reduce.Over.ToString().ToLowerInvariant()}: {string.Join(" | ", reduce.Terms.Select(ScalarText.Math))};",
        Operation.Moments moments =>
            $"Moments(eps {Numbers.Literal(moments.Eps)}{(moments.RunningMean is null ? "" : $", momentum {Numbers.Literal(moments.Momentum)}")})",
        Operation.PowerIteration power =>
            $"PowerIteration({Numbers.Count(power.Iterations, "iteration")}, {Numbers.Plain(power.Matrix.Rows)} × {Numbers.Plain(power.Matrix.Columns)})",
        Operation.RunningMeans(var decay) => $"RunningMeans(decay {Numbers.Literal(decay)})",
        Operation.Remembered(var slot) => $"Remembered({slot})",
        Operation.Half(var which) => which == 0 ? "FirstHalf" : "SecondHalf",
        Operation.Slice(var first) => $"Slice(from channel {Numbers.Plain(first)})",
        Operation.Shift shift => $"Shift({(shift.IsAdjoint ? "adjoint, " : "")}up to {shift.Most}, column {Numbers.Plain(shift.Column)})",
        Operation.Cutout cutout => $"Cutout({cutout.Window}, column {Numbers.Plain(cutout.Column)})",
        Operation.Warp warp => $"Warp({(warp.IsAdjoint ? "adjoint, " : "")}column {Numbers.Plain(warp.Column)})",
        Operation.Compute(var formulas) => $"Compute {formulas};",
        Operation.Upsample(var scale) => $"Upsample{scale}",
        Operation.BlockSum(var scale) => $"BlockSum{scale}",
        Operation.AvgPool(var window) => $"AvgPool({window.Describe().Substring(2)})",
        Operation.AvgPoolAdjoint(var window) => $"AvgPoolAdjoint({window.Describe().Substring(2)})",
        Operation.Resample(var rows, var columns) => $"Resample({rows}; {columns})",
        Operation.TakeLargest(var window) => $"TakeLargest({window.Describe().Substring(2)})",
        Operation.GiveLargest(var window) => $"GiveLargest({window.Describe().Substring(2)})",
        Operation.Permute(var dimensions, var order) => $"Permute({Numbers.List(dimensions, "×")} by {Numbers.List(order)})",
        Operation.BatchMatMul matMul =>
            $"BatchMatMul({Numbers.Plain(matMul.Rows)} × {Numbers.Plain(matMul.Inner)}{(matMul.TransposesFirst ? " transposed" : "")}, "
                + $"{Numbers.Plain(matMul.Inner)} × {Numbers.Plain(matMul.Columns)}{(matMul.TransposesSecond ? " transposed" : "")})",
        Operation.GroupMean(var most) => $"GroupMean(up to {Numbers.Plain(most)})",
        Operation.Pad(var mode, var amount) => $"Pad({mode}, {amount})",
        Operation.PadAdjoint(var mode, var amount) => $"PadAdjoint({mode}, {amount})",
        Operation.Gradient gradient => $"Gradient({NetworkNumbers.Symbol(gradient.Network)}.{gradient.Name})",
        Operation.Update(var network) => $"Update({NetworkNumbers.Symbol(network)})",
        Operation.Branch(var every, var isDue) => $"Branch({(isDue ? "in" : "but in")} every {Numbers.Ordinal(every)})",
        Operation.Report(var slot) => $"Report({slot})",
        Operation.Remember(var slot) => $"Remember({slot})",
        Operation.Result(var name) => $"Result({name})",
        _ => operation.GetType().Name,
    };

    private static string ReadingOf(Operation operation, int input) => operation switch
    {
        Operation.Map map => map.Readings[input].ToString(),
        Operation.Reduce reduce => reduce.Readings[input].ToString(),
        Operation.Contract contract when input >= 2 => contract.Readings[input - 2].ToString(),
        _ => "",
    };
}
