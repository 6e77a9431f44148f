using GanDsl.Generators.Text;

namespace GanDsl.Generators.Shapes;

/// <summary>A number for each direction of a picture.</summary>
internal readonly record struct Pair(int Height, int Width)
{
    public static Pair From(EquatableArray<int> values) => values.Count == 0 ? default : new(values[0], values[values.Count - 1]);

    public bool IsSquare => Height == Width;

    /// <summary>As an argument of a description: <c>, stride 2</c>, or nothing at the default.</summary>
    public string Describe(string name, int otherwise) =>
        Height == otherwise && IsSquare ? "" : $", {name} {(IsSquare ? Numbers.Plain(Height) : ToString())}";

    /// <summary>The same in so many directions; in one, the width is the length.</summary>
    public string Describe(string name, int otherwise, int directions) =>
        directions == 2 ? Describe(name, otherwise) : Width == otherwise ? "" : $", {name} {Numbers.Plain(Width)}";

    /// <summary>As PyTorch takes it, in so many directions.</summary>
    public string PythonIn(int directions) => directions == 2 ? Python : Numbers.Plain(Width);

    /// <summary>
    /// A number for each of so many directions: in one, sequences being pictures of height 1, the height's is such that nothing happens there.
    /// </summary>
    public static Pair From(EquatableArray<int> values, int directions, int ofHeight) =>
        directions == 2 ? From(values) : new(ofHeight, values.Count == 0 ? 0 : values[0]);

    /// <summary>As PyTorch takes it: <c>(4, 3)</c>, or <c>4</c> of two equal numbers.</summary>
    public string Python => IsSquare ? Numbers.Plain(Height) : ToString();

    public override string ToString() => $"({Numbers.Plain(Height)}, {Numbers.Plain(Width)})";

    /// <summary>As a literal of an array of longs.</summary>
    public string Literal => $"[{Numbers.Plain(Height)}, {Numbers.Plain(Width)}]";
}
