using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>
/// What is wrong with a block wherever it is used: reported once, at its declaration. What depends on the shapes
/// of a network is reported where that network uses it.
/// </summary>
internal static class BlockCheck
{
    /// <summary>Whether blocks are valid by themselves, so that networks of them can be checked.</summary>
    public static bool AreSound(IEnumerable<BlockDeclaration> blocks, Blocks all) =>
        blocks.All(block => block is { HasMarker: true, IsComplete: true } && !all.IsInCycle(block) && Problem(block, all) is null
            && block.Layers.All(layer => layer.IsUse || LayerCatalog.Read(layer) is not null));

    /// <summary>The first problem of a block's own layers, or null.</summary>
    public static Problem? Problem(BlockDeclaration block, Blocks all)
    {
        if (!block.IsComplete) return null;
        if (block.LayersAreSpread) return Networks.Problem.At(SiteKind.Layer, block.Layers.Count - 1, NetworkRules.LayersAreSpread, block.ShortName);
        if (block.Layers.Count == 0) return Networks.Problem.At(SiteKind.Marker, NetworkRules.NoLayers, block.ShortName);

        var isInCycle = all.IsInCycle(block);
        var taps = new Taps(block.Layers, (InputNames.Label, Opaque(Signal.Condition)), (InputNames.Source, Opaque(Signal.Condition)));
        var current = Opaque(Signal.Input);
        for (var index = 0; index < block.Layers.Count; index++)
        {
            var declared = block.Layers[index];
            if (declared.IsUse)
            {
                if (isInCycle && CycleProblem(block, declared, all) is { } cycle) return cycle;
                if (UseProblem(declared, all, isInBlock: true) is { } problem) return problem;
                current = Opaque(index);
                continue;
            }

            // Any width will do to check the other arguments.
            if (LayerCatalog.Read(declared with { Values = declared.Values.Replace(Width.In, 1).Replace(Width.Out, 1) }) is not { } layer) return null;
            if (layer.BadArgument() is { } bad) return Fails(LayerRules.Argument, bad);
            var (next, problemOfTap) = Follow(index, layer, current, taps);
            if (problemOfTap is not null) return Fails(problemOfTap.Rule, problemOfTap.Explanation);
            current = next;

            Problem Fails(string rule, string explanation) => At(declared, layer, rule, explanation);
        }

        return taps.FirstUnread is { } unread
            ? At(block.Layers[unread], LayerCatalog.Read(block.Layers[unread])!, TapRules.Unread, Taps.UnreadExplanation)
            : null;
    }

    /// <summary>What is wrong with a [Use] by itself, or null.</summary>
    /// <param name="use">The layer.</param>
    /// <param name="all">The blocks.</param>
    /// <param name="isInBlock">Whether it is in a block.</param>
    public static Problem? UseProblem(LayerDeclaration use, Blocks all, bool isInBlock)
    {
        var block = all.Find(use.Block);
        var name = block?.ShortName ?? use.Block;
        if (block is not { HasMarker: true }) return At(BlockRules.NotABlock, name);

        var reads = Blocks.ReadsWidth(block);
        if (!use.Values.Contains("width"))
            return reads
                ? At(BlockRules.Widths, $"'{name}' reads Width.Out, but its use has no width; write [Use<{name}>(64)], with the width that it should have")
                : null;
        if (!reads) return At(BlockRules.Widths, $"its use sets the width of '{name}', but no layer of it reads Width.Out; remove the width");

        var width = use.Values.Int("width");
        return width >= 1 || (isInBlock && width == Width.Out) ? null
            : At(BlockRules.Widths, width == Width.In
                ? $"Width.In is what comes in here, which [Use<{name}>] cannot know; give it a number or, in a block, Width.Out, or read Width.In in '{name}'"
                : $"the width of [Use<{name}>] is {Numbers.Plain(width)}; it must be at least 1");

        Problem At(string rule, params string[] arguments) => Networks.Problem.At(SiteKind.Layer, use.Place.Attribute, rule, [use.Place.Name, .. arguments]);
    }

    // All blocks of a cycle are in it; only the first by name reports it.
    private static Problem? CycleProblem(BlockDeclaration block, LayerDeclaration use, Blocks all)
    {
        var way = all.From([use]).ToList();
        if (!way.Contains(block)) return null;
        var members = way.Where(member => all.From(member.Layers).Contains(block)).ToList();
        return members.All(member => string.CompareOrdinal(block.Name, member.Name) <= 0)
            ? Networks.Problem.At(SiteKind.Layer, use.Place.Attribute, BlockRules.Cycle, use.Place.Name, block.ShortName, string.Join(
                ", ", members.Select(member => member.ShortName)))
            : null;
    }

    private static (Signal Next, Fit.Fails? Problem) Follow(int index, Layer layer, Signal current, Taps taps)
    {
        if (layer is Tap tap) return (current, taps.Add(index, tap, current));
        if (layer is not IReadsTap reader) return (Opaque(index), null);
        var (tapped, problem) = taps.Read(index, reader);
        if (tapped is not { } signal) return (current, problem);
        return layer is From ? (signal, taps.Leave(current, signal)) : (Opaque(index), null);
    }

    // Shapes are unknown in a block.
    private static Signal Opaque(int source) => new(source, default);

    private static Problem At(LayerDeclaration declared, Layer layer, string rule, string explanation) =>
        Networks.Problem.At(SiteKind.Layer, declared.Place.Attribute, rule, declared.Place.Name, layer.Description, "whatever comes in", explanation);
}
