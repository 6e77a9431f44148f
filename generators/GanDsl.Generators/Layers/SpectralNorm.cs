using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Divides a layer's weight by its largest singular value. PyTorch: nn.utils.spectral_norm.</summary>
internal sealed record SpectralNorm(int PowerIterations, double Eps)
{
    private const string Ending = "_orig";

    /// <summary>A weight's name in the state, as PyTorch's: weight_orig.</summary>
    public static string Original(string weight) => weight + Ending;

    /// <summary>The weight's name in the layer, from its name in the state; null for anything but a normalised weight.</summary>
    public static string? Weight(string name) => name.EndsWith(Ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - Ending.Length) : null;

    public static SpectralNorm Read(AttributeValues values) => new(values.Int("powerIterations"), values.Double("eps"));

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() =>
        PowerIterations < 1 ? $"powerIterations is {Numbers.Plain(PowerIterations)}; it must be at least 1"
        : Eps >= 0 && !double.IsInfinity(Eps) ? null
        : $"eps is {Numbers.Literal(Eps)}; it must be at least 0 and finite";
}
