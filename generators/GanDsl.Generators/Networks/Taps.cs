using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The named activations, while a network's layers are checked in order.</summary>
/// <param name="layers">All layers, so that an error can tell a tap that comes too late from a missing one.</param>
/// <param name="given">The built-in names, in blocks too.</param>
internal sealed class Taps(EquatableArray<LayerDeclaration> layers, params (string Name, Signal Signal)[] given)
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<(string Scope, string Name), Entry> byName = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<Signal> signals = [];

    /// <summary>Names an activation, or says why it cannot have that name.</summary>
    /// <param name="index">The number of the tap.</param>
    /// <param name="tap">The tap.</param>
    /// <param name="signal">The activation.</param>
    public Fit.Fails? Add(int index, Tap tap, Signal signal)
    {
        var place = layers[index].Place;
        if (Find(place, tap.TapName) is { } earlier)
            return new Fit.Fails(TapRules.Twice, $"layer {earlier.Place.Name} has that name already; give each its own");
        if (place.Path.Count == 1 && given.Any(one => one.Name == tap.TapName))
            return new Fit.Fails(TapRules.Twice, "every network with Classes has that name from the start; take another");
        var entry = new Entry(index, place, tap.TapName, signal) { IsRead = tap is Head };
        entries.Add(entry);
        byName.Add((entry.Scope, entry.Name), entry);
        names.Add(entry.Name);
        signals.Add(signal);
        return null;
    }

    /// <summary>The activation that a layer reads by name, or why it cannot.</summary>
    public (Signal? Signal, Fit.Fails? Problem) Read(int index, IReadsTap reader)
    {
        var place = layers[index].Place;
        if (Find(place, reader.TapName) is not { } tap)
        {
            foreach (var (name, signal) in given)
            {
                if (name == reader.TapName) return (signal, null);
            }

            return (null, new Fit.Fails(TapRules.Unknown, WhyUnknown(index, place, reader.TapName)));
        }

        tap.IsRead = true;
        return (tap.Signal, null);
    }

    /// <summary>Whether some tap has a name.</summary>
    public bool Contains(string name) => names.Contains(name);

    /// <summary>Why a network cannot leave an activation and continue from another, or null.</summary>
    public Fit.Fails? Leave(Signal left, Signal next) =>
        left == next ? new Fit.Fails(TapRules.StaysHere, "it already continues from there; remove it")
        : signals.Contains(left) || given.Any(one => one.Signal == left) ? null
        : new Fit.Fails(
            TapRules.Dangling,
            $"it leaves the activation before it{(left.Shape.Rank == 0 ? "" : $", {left.Shape}")}, which has no name, so that nothing can read it any more; "
                + "put [Tap(\"…\")] before it and join that later, or remove what is not needed");

    /// <summary>The error of a tap that nothing reads.</summary>
    public const string UnreadExplanation = "nothing reads it; join it with [Add], [Concat] or [Multiply], go on from it with [From], or remove it";

    /// <summary>The first tap that nothing reads, by its number, or null.</summary>
    public int? FirstUnread => entries.Find(tap => !tap.IsRead)?.Index;

    private Entry? Find(LayerPlace place, string name) => byName.TryGetValue((place.Scope, name), out var entry) ? entry : null;

    private string WhyUnknown(int index, LayerPlace place, string name)
    {
        var later = layers.Skip(index + 1).FirstOrDefault(layer =>
            layer.Place.Scope == place.Scope && LayerCatalog.Read(layer) is Tap tap && tap.TapName == name);
        if (later is not null) return $"[Tap(\"{name}\")] comes only later, as layer {later.Place.Name}; a layer can read only what precedes it";
        var known = given.Where(one => one.Signal.Shape.Rank > 0).Select(one => one.Name)
            .Concat(entries.Where(tap => tap.Scope == place.Scope).Select(tap => tap.Name)).ToList();
        return known.Count == 0
            ? $"there is no tap before it; put [Tap(\"{name}\")] after the layer whose output it should read"
            : $"there is no [Tap(\"{name}\")] before it; the taps there are {string.Join(", ", known)}";
    }

    private sealed class Entry(int index, LayerPlace place, string name, Signal signal)
    {
        public int Index => index;

        public LayerPlace Place => place;

        public string Scope { get; } = place.Scope;

        public string Name => name;

        public Signal Signal => signal;

        public bool IsRead { get; set; }
    }
}
