using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>An output of a network besides its last layer's.</summary>
/// <param name="Name">Its name: <c>class</c>.</param>
/// <param name="Layer">The number of the [Head].</param>
/// <param name="Shape">Its shape, of one dimension.</param>
internal sealed record NetworkHead(string Name, int Layer, Shape Shape)
{
    /// <summary>Its name in C#, as a member: <c>Class</c>.</summary>
    public string Member => char.ToUpperInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Its name in C#, as a variable: <c>classScores</c>.</summary>
    public string Variable => $"{char.ToLowerInvariant(Name[0])}{Name.Substring(1)}Scores";
}

/// <summary>Where heads are allowed.</summary>
internal static class Heads
{
    /// <summary>Why a head is not allowed at its position, or null.</summary>
    /// <param name="network">The network.</param>
    /// <param name="head">The head.</param>
    /// <param name="place">Its declaration's position.</param>
    /// <param name="current">The activation that it names.</param>
    /// <param name="isLast">Whether no layer follows.</param>
    /// <param name="earlier">The layers before it.</param>
    public static string? Misplaced(NetworkDeclaration network, Head head, LayerPlace place, Signal current, bool isLast, IReadOnlyList<NetworkLayer> earlier)
    {
        if (network.Role == Role.Generator) return "a generator has one output, its sample; put heads on the discriminator";
        if (place.Path.Count > 1) return "a block has one output; put the head after its [Use]";
        if (Signal.IsInput(current.Source)) return "no layer computes what it names; put one before it";
        if (isLast) return "the last layer's output is D's logit; put [From(\"…\")] and layers that end in one logit after the head";
        if (current.Shape.Rank != 1) return "a head is one row of numbers per sample; put [Flatten] and [Dense] before it";
        if (earlier[current.Source].Layer.GivesShares)
            return $"auxiliary losses take the numbers before {earlier[current.Source].Layer.Name} and apply softmax themselves; remove it";
        if (string.Equals(head.HeadName, "logits", StringComparison.OrdinalIgnoreCase)) return "D's own output has that name; take another";
        foreach (var other in earlier.Where(layer => layer.Layer is Head))
        {
            if (string.Equals(((Head)other.Layer).HeadName, head.HeadName, StringComparison.OrdinalIgnoreCase))
                return $"layer {other.Place.Name} has that name already; give each its own";
            if (other.Sources[0] == current.Source) return $"layer {other.Place.Name} is a head of the same numbers; remove one";
        }

        return null;
    }

    /// <summary>The heads of a network, in source order.</summary>
    public static IReadOnlyList<NetworkHead> Of(EquatableArray<NetworkLayer> layers) =>
        [.. layers.Where(layer => layer.Layer is Head).Select(layer => new NetworkHead(((Head)layer.Layer).HeadName, layer.Index, layer.Output))];
}
