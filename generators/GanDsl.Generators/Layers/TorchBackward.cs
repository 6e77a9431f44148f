using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A layer's way back as C# over TorchSharp, where its derivative is known: over <c>gradient</c>, at its output, <c>toParameters</c>, and what the pass kept.</summary>
/// <param name="ToInput">What makes the gradient at its input of that at its output: an expression, or, where the gradient changes in its place, a statement.</param>
/// <param name="ToParameters">A statement that writes its parameters' gradients; null where there are none, or <paramref name="ToInput"/> does it, too.</param>
/// <param name="IsInPlace">Whether <paramref name="ToInput"/> is a statement.</param>
/// <param name="Forward">Where the way back reads more than inputs and outputs, the expression of a tuple: the output, and what the variables of <paramref name="Saves"/> get.</param>
/// <param name="Saves">The variables of what it reads besides.</param>
/// <param name="CreatingGraph">What makes the gradient at its input where autograd records that: an expression; null where the gradient depends on the input other than by a constant factor.</param>
/// <param name="Field">A field that <paramref name="ToInput"/> reads, without its modifiers, or null.</param>
internal sealed record TorchBackward(string ToInput, string? ToParameters = null, bool IsInPlace = false, string? Forward = null, EquatableArray<string> Saves = default, string? CreatingGraph = null, string? Field = null)
{
    /// <summary>A statement that changes the gradient in its place.</summary>
    public static TorchBackward InPlace(string statement, string? creatingGraph = null) => new(statement, IsInPlace: true, CreatingGraph: creatingGraph);

    /// <summary>The way back of what only gives its elements another shape.</summary>
    public static TorchBackward Reshape(TorchNames names, Shape input)
    {
        var shape = names.Field("shapeBefore");
        return new TorchBackward($"Reshaped(gradient, {shape})", CreatingGraph: $"Reshaped(gradient, {shape})", Field: $"long[] {shape} = [-1, {Numbers.List(input.Dimensions)}];");
    }
}
