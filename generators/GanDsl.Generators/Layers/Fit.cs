using GanDsl.Generators.Declarations;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Layers;

/// <summary>What a layer makes of its input's shape: an output shape, or the reason why there is none.</summary>
internal abstract record Fit
{
    private Fit()
    {
    }

    public sealed record Gives(Shape Output) : Fit;

    /// <param name="Rule">The rule that is broken: an id of Diagnostics/Descriptors.</param>
    /// <param name="Explanation">The arithmetic and what to do: the end of a sentence that begins with the layer and its input.</param>
    /// <param name="Remedy">What mends it, where a change of one attribute does.</param>
    public sealed record Fails(string Rule, string Explanation, Remedy? Remedy = null) : Fit;
}
