using System.Globalization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>The layers of one class, a network's or a block's: what is named in it is known in it alone.</summary>
/// <param name="declaration">The class.</param>
/// <param name="width">What the use of a block gives it, or null.</param>
/// <param name="around">What stands before the first layer of the network that uses a block, or null.</param>
/// <param name="type">The numbers that weights are made of.</param>
internal sealed class DeclaredScope(Type declaration, int? width, WrittenLayers? around, ScalarType type) : Module(declaration.Name)
{
    private List<(LayerAttribute Layer, Module? Module)>? layers;

    /// <summary>Whether a sample's output depends on the other samples of its batch.</summary>
    public bool CouplesSamples => layers!.Any(layer =>
        layer.Layer is BatchNormAttribute or ConditionalBatchNormAttribute or MinibatchStdDevAttribute
        || layer.Module is DeclaredScope { CouplesSamples: true });

    /// <summary>The names of the heads, in source order.</summary>
    public IReadOnlyList<string> Heads => [.. layers!.Select(layer => layer.Layer).OfType<HeadAttribute>().Select(head => head.Name)];

    public Tensor Of(Tensor x, Signals signals)
    {
        layers ??= Build(x.size(1));
        var taps = new Dictionary<string, Tensor>();
        foreach (var (layer, module) in layers)
        {
            switch (layer)
            {
                case TapAttribute tap:
                    taps.Add(tap.Name, x);
                    break;
                case HeadAttribute head:
                    taps.Add(head.Name, x);
                    signals.Heads.Add(x);
                    break;
                case FromAttribute from:
                    x = Named(from.Tap);
                    break;
                case OneHotAttribute:
                    break;
                case AddAttribute add:
                    x = x + Named(add.Tap);
                    break;
                case MultiplyAttribute multiply:
                    x = x * Named(multiply.Tap);
                    break;
                case ConcatAttribute concat:
                    x = cat([x, Named(concat.Tap)], 1);
                    break;
                default:
                    x = module is DeclaredScope block ? block.Of(x, signals) : DeclaredLayers.Of(layer, (DeclaredLayer)module!, x, Named, signals);
                    break;
            }
        }

        return x;

        Tensor Named(string name) => taps.TryGetValue(name, out var tapped) ? tapped : signals.Inputs[name];
    }

    private List<(LayerAttribute, Module?)> Build(long channels)
    {
        var written = WrittenLayers.Of(declaration);
        var (spectral, rate) = around is null ? (written.Spectral, written.Rate) : (around.Spectral, around.Rate);
        var built = new List<(LayerAttribute, Module?)>();
        foreach (var layer in written.Layers)
        {
            var attribute = WrittenLayers.Made(layer.Written, channels, width);
            Module? module = attribute switch
            {
                TapAttribute or HeadAttribute or FromAttribute or OneHotAttribute or AddAttribute or MultiplyAttribute or ConcatAttribute => null,
                _ when BlockOf(attribute) is { } block => new DeclaredScope(block, WidthOf(attribute), around ?? written, type),
                _ => new DeclaredLayer(layer.Spectral ?? spectral, layer.Rate ?? rate, type),
            };
            if (module is not null)
            {
                module.train(training);
                register_module(built.Count.ToString(CultureInfo.InvariantCulture), module);
            }

            built.Add((attribute, module));
        }

        return built;
    }

    private static Type? BlockOf(LayerAttribute layer) =>
        layer.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(UseAttribute<>) ? type.GetGenericArguments()[0] : null;

    private static int? WidthOf(LayerAttribute use) => (int?)use.GetType().GetProperty(nameof(UseAttribute<object>.Width))!.GetValue(use);
}
