using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>
/// A layer's backward as C# over TorchSharp, where its derivative is known: over <c>gradient</c>, the one at its output, <c>toParameters</c>, and the saved
/// tensors.
/// </summary>
/// <param name="ToInput">Computes the gradient at its input from that at its output: an expression, or, in place, a statement.</param>
/// <param name="ToParameters">A statement that writes its parameters' gradients; null where there are none, or <paramref name="ToInput"/> also does
/// that.</param>
/// <param name="IsInPlace">Whether <paramref name="ToInput"/> is a statement.</param>
/// <param name="Forward">
/// Where the backward reads more than inputs and outputs, a tuple expression: the output, and the values of <paramref name="Saves"/>.
/// </param>
/// <param name="Saves">The variables of what else it reads.</param>
/// <param name="CreatingGraph">
/// Computes the gradient at its input with a graph, for autograd: an expression; null where the layer is not piecewise linear.
/// </param>
/// <param name="Field">A field that <paramref name="ToInput"/> reads, without its modifiers, or null.</param>
internal sealed record TorchBackward(
    string ToInput,
    string? ToParameters = null,
    bool IsInPlace = false,
    string? Forward = null,
    EquatableArray<string> Saves = default,
    string? CreatingGraph = null,
    string? Field = null)
{
    /// <summary>A statement that changes the gradient in place.</summary>
    public static TorchBackward InPlace(string statement, string? creatingGraph = null) => new(statement, IsInPlace: true, CreatingGraph: creatingGraph);

    /// <summary>The backward of a layer that only reshapes.</summary>
    public static TorchBackward Reshape(TorchNames names, Shape input)
    {
        var shape = names.Field("shapeBefore");
        return new TorchBackward(
            $"Reshaped(gradient, {shape})", CreatingGraph: $"Reshaped(gradient, {shape})", Field: $"long[] {shape} = [-1, {Numbers.List(input.Dimensions)}];");
    }
}
