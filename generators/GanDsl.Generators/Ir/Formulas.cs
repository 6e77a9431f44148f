using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>A line of <see cref="Formulas"/>.</summary>
/// <param name="Name">Its name in generated code: <c>quarterCos</c>.</param>
/// <param name="Value">Its value; variables are the inputs' numbers, then the lines before it.</param>
internal sealed record Formula(string Name, Scalar Value);

/// <summary>Computes a few numbers from a few numbers, line by line: one work item per sample, and one function for libtorch, whatever the lines.</summary>
/// <param name="Inputs">How many numbers each input has, per sample or in total.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Results">The numbers of the lines that are the result, in order; a line may be there twice.</param>
internal sealed record Formulas(EquatableArray<int> Inputs, EquatableArray<Formula> Lines, EquatableArray<int> Results)
{
    /// <summary>The text of a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="given">The text of an input's number.</param>
    public string NameOf(Scalar variable, Func<int, int, string> given)
    {
        var index = ((Scalar.Variable)variable).Index;
        for (var input = 0; input < Inputs.Count; input++)
        {
            if (index < Inputs[input]) return given(input, index);
            index -= Inputs[input];
        }

        return Lines[index].Name;
    }

    public override string ToString() => string.Join("; ", Lines.Select(line => $"{line.Name} = {ScalarText.Math(line.Value, leaf => NameOf(leaf, Input))}"));

    private static string Input(int input, int element) => $"{(char)('a' + input)}{Numbers.Plain(element)}";
}

/// <summary>Writes formulas from top to bottom.</summary>
/// <param name="inputs">How many numbers each input has.</param>
internal sealed class FormulaLines(params int[] inputs)
{
    private readonly List<Formula> lines = [];

    /// <summary>A number of an input.</summary>
    public Scalar Input(int input, int element) => Scalar.X(inputs.Take(input).Sum() + element);

    /// <summary>Adds a line and returns what later lines read; a constant needs no line.</summary>
    public Scalar Let(string name, Scalar value)
    {
        if (value is Scalar.Constant) return value;
        lines.Add(new Formula(name, value));
        return Scalar.X(inputs.Sum() + lines.Count - 1);
    }

    /// <summary>The formulas so far, with some lines as the result.</summary>
    public Formulas Giving(params Scalar[] results) =>
        new(EquatableArray.Of(inputs), lines.ToEquatableArray(), results.Select(result => ((Scalar.Variable)result).Index - inputs.Sum()).ToEquatableArray());
}
