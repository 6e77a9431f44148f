using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Formulas as a function of TorchScript.</summary>
internal static class TorchFormulaText
{
    /// <summary>The function. Where every sample has its own numbers in an input, a line takes a column: (N).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="formulas">What it computes.</param>
    /// <param name="inputs">Its parameters' names, and whether every sample has its own numbers in them.</param>
    public static string Script(string name, Formulas formulas, params (string Name, bool IsOfSample)[] inputs)
    {
        var lines = formulas.Lines.Select(line => $"    {line.Name} = {ScalarText.TorchScript(line.Value, leaf => formulas.NameOf(leaf, Input))}");
        var results = string.Join(", ", formulas.Results.Select(line => formulas.Lines[line].Name));
        return string.Join("\n", [
            $"def {name}({string.Join(", ", inputs.Select(input => input.Name + ": Tensor"))}):",
            .. lines,
            $"    return torch.stack([{results}], {(inputs.Any(input => input.IsOfSample) ? "1" : "0")})"]);

        string Input(int input, int element) => inputs[input].IsOfSample ? $"{inputs[input].Name}[:, {Numbers.Plain(element)}]"
            : formulas.Inputs[input] == 1 ? inputs[input].Name
            : $"{inputs[input].Name}[{Numbers.Plain(element)}]";
    }
}
