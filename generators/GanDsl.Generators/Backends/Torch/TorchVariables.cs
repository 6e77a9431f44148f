using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>
/// Which variable of <c>Apply</c> holds each activation, which layers overwrite theirs, and who reads a variable last. A layer overwrites its input
/// where nothing else reads it, where it is not a view of another tensor, and where the backward of the layer that made it does not read it.
/// </summary>
internal sealed class TorchVariables
{
    private const string InputName = "input";

    // Heads are read after all layers have run.
    private const int AfterThePass = int.MaxValue;

    private readonly Network network;
    private readonly TorchText[] texts;
    private readonly int[] roots;
    private readonly Dictionary<int, string> names = [];
    private readonly Dictionary<int, int> lastReaders = [];

    public TorchVariables(Network network)
    {
        this.network = network;
        texts = [.. network.Layers.Select(layer => layer.Layer.Torch(TorchNetworkWriter.Names(layer, "x"), layer.Input, layer.Output))];
        roots = new int[network.Layers.Count];
        var readings = network.Layers.Where(layer => layer.Layer is not Route or Head).SelectMany(layer => layer.Sources).ToLookup(source => source);
        foreach (var layer in network.Layers)
        {
            var isInPlace = layer.Layer is not Route && texts[layer.Index].InPlace is not null && readings[layer.Sources[0]].Count() == 1
                && MayBeOverwritten(layer.Sources[0]);
            roots[layer.Index] = layer.Layer is Route || isInPlace ? Root(layer.Sources[0]) : layer.Index;
            if (layer.Layer is Route) continue;
            foreach (var source in layer.Sources) lastReaders[Root(source)] = layer.Index;
        }

        foreach (var head in network.Heads) lastReaders[Root(head.Layer)] = AfterThePass;

        Name();
    }

    /// <summary>The variable that the network returns.</summary>
    public string Result => Of(network.Layers.Count - 1);

    /// <summary>The variable of a layer's output.</summary>
    /// <param name="layer">The layer's number, <see cref="Signal.Input"/> or <see cref="Signal.Condition"/>.</param>
    public string Of(int layer) => Root(layer) switch
    {
        Signal.Input => InputName,
        Signal.Condition => network.ConditionName,
        var root => names[root],
    };

    /// <summary>Whether a layer overwrites its input.</summary>
    public bool IsInPlace(NetworkLayer layer) => layer.Layer is not Route && roots[layer.Index] != layer.Index;

    /// <summary>The variables that are dead after a layer.</summary>
    public IEnumerable<string> DoneAfter(NetworkLayer layer) =>
        layer.Layer is Route ? [] : layer.Sources
            .Select(Root)
            .Distinct()
            .Where(root => !Signal.IsInput(root) && root != roots[layer.Index] && lastReaders[root] == layer.Index)
            .Select(root => names[root]);

    /// <summary>A layer as C#, over the variables that it reads.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="handle">How it reads its parameters.</param>
    public TorchText TextOf(NetworkLayer layer, string handle = TorchNames.ByMode) => layer.Layer.Torch(
        TorchNetworkWriter.Names(layer, Of(layer.Sources[0]), layer.Sources.Count > 1 ? Of(layer.Sources[1]) : "") with { Handle = handle }, layer.Input,
        layer.Output);

    private int Root(int layer) => Signal.IsInput(layer) ? layer : roots[layer];

    private bool MayBeOverwritten(int layer) => !Signal.IsInput(layer) && !texts[layer].IsView && !network.Layers[layer].Layer.BackwardReadsOutput;

    // A variable is named after the first tap on it, else after the layer that declares it. Names of taps end in Tap and of heads in Scores, which no other
    // name in generated code does.
    private void Name()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in network.Layers)
        {
            if (layer.Layer is not Tap tap || Signal.IsInput(Root(layer.Index)) || names.ContainsKey(roots[layer.Index])) continue;
            var name = $"{char.ToLowerInvariant(tap.TapName[0])}{tap.TapName.Substring(1)}"
                + $"{(layer.Place.Scope.Length == 0 ? "" : layer.Place.Scope.Replace('.', '_'))}{(tap is Head ? "Scores" : "Tap")}";
            while (!taken.Add(name)) name += "_";
            names[roots[layer.Index]] = name;
        }

        foreach (var root in roots.Distinct().Where(root => !Signal.IsInput(root) && !names.ContainsKey(root)))
            names[root] = $"x{network.Layers[root].Place.Id}";
    }
}
