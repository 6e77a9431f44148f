using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>The operands of an expression that is composed of others, each once.</summary>
internal sealed class Operands
{
    /// <summary>A placeholder for the expression that will be inserted.</summary>
    public static readonly Scalar Hole = Scalar.X(-1);

    private readonly List<(Value Value, Reading Reading)> items = [];

    public int Count => items.Count;

    public EquatableArray<Value> Values => items.Select(item => item.Value).ToEquatableArray();

    public EquatableArray<Reading> Readings => items.Select(item => item.Reading).ToEquatableArray();

    /// <summary>The operand's number.</summary>
    public int Add(Value value, Reading reading)
    {
        var known = items.IndexOf((value, reading));
        if (known >= 0) return known;
        items.Add((value, reading));
        return items.Count - 1;
    }

    /// <summary>An expression over these operands.</summary>
    /// <param name="expression">The expression over its own operands.</param>
    /// <param name="values">Its operands.</param>
    /// <param name="readings">How it reads them.</param>
    /// <param name="except">The operand that becomes the <see cref="Hole"/>; −1 for none.</param>
    /// <param name="first">The number of the first operand's variable: 1 in epilogues, whose variable 0 is the sum.</param>
    public Scalar Take(Scalar expression, EquatableArray<Value> values, EquatableArray<Reading> readings, int except, int first) =>
        expression.Replace(leaf => leaf is not Scalar.Variable(var index) ? leaf
            : index == except ? Hole
            : Scalar.X(first + Add(values[index], readings[index])));
}
