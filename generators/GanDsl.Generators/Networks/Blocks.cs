using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The blocks that a network or another block uses, by name.</summary>
internal sealed class Blocks(EquatableArray<BlockDeclaration> declarations)
{
    // Nobody writes that many by hand, but nested blocks reach it soon, and no compiler should wait for them.
    public const int MostLayers = 10_000;

    private readonly Dictionary<string, BlockDeclaration> byName = declarations.ToDictionary(block => block.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    public BlockDeclaration? Find(string name) => byName.TryGetValue(name, out var block) ? block : null;

    /// <summary>The blocks that some layers use.</summary>
    public IEnumerable<BlockDeclaration> From(IEnumerable<LayerDeclaration> layers)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<LayerDeclaration>(layers.Where(layer => layer.IsUse)));
        while (open.Count > 0)
        {
            if (Find(open.Dequeue().Block) is not { } block || !seen.Add(block.Name)) continue;
            yield return block;
            foreach (var layer in block.Layers.Where(layer => layer.IsUse)) open.Enqueue(layer);
        }
    }

    /// <summary>Whether a block uses itself, directly or through others.</summary>
    public bool IsInCycle(BlockDeclaration block) => From(block.Layers).Any(reached => reached.Name == block.Name);

    /// <summary>Whether a block reads the width of its uses.</summary>
    public static bool ReadsWidth(BlockDeclaration block) => block.Layers.Any(layer => layer.Values.Has(Width.Out));

    /// <summary>The number of layers with blocks expanded; they contain no cycle. Stops counting where there are too many.</summary>
    public long Count(IEnumerable<LayerDeclaration> layers) =>
        layers.Aggregate(0L, (sum, layer) => sum > MostLayers ? sum : sum + (layer.IsUse ? Count(layer.Block) : 1));

    /// <summary>The layers with those of the blocks in place of [Use].</summary>
    public IEnumerable<LayerDeclaration> Expand(IEnumerable<LayerDeclaration> layers)
    {
        foreach (var layer in layers)
        {
            if (!layer.IsUse)
            {
                yield return layer;
                continue;
            }

            var width = layer.Values.Int("width");
            foreach (var inner in Expand(Find(layer.Block)!.Layers.Select(inner => Inside(inner, layer, width)))) yield return inner;
        }
    }

    private LayerDeclaration Inside(LayerDeclaration inner, LayerDeclaration use, int width) => inner with
    {
        Values = inner.Values.Replace(Width.Out, width),
        Place = new LayerPlace(use.Place.Path.Concat(inner.Place.Path).ToEquatableArray()),
        Within = use.Within.Append(Find(use.Block)!.ShortName + (use.Values.Contains("width") ? $"({Numbers.Plain(width)})" : "")).ToEquatableArray(),
    };

    private long Count(string block)
    {
        if (counts.TryGetValue(block, out var known)) return known;
        return counts[block] = Count(Find(block)!.Layers);
    }
}
