using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>Which layers of a network [EqualizedLearningRate] scales.</summary>
internal static class EqualizedRates
{
    /// <param name="declaration">The network.</param>
    /// <param name="expanded">Its layers, with blocks expanded.</param>
    /// <param name="norms">The spectral norm of each layer.</param>
    /// <returns>For each layer its rate, or null; or the first problem.</returns>
    public static (EqualizedRate?[] OfLayers, Problem? Problem) Of(
        NetworkDeclaration declaration, EquatableArray<LayerDeclaration> expanded, SpectralNorm?[] norms)
    {
        var layers = expanded.Select(LayerCatalog.Read).ToList();
        var rates = new EqualizedRate?[layers.Count];
        for (var i = 0; i < declaration.EqualizedRates.Count; i++)
        {
            var (behind, rate) = (declaration.EqualizedRates[i].Behind, EqualizedRate.Read(declaration.EqualizedRates[i].Values));
            if (rate.BadArgument() is { } bad) return Fails(NetworkRules.EqualizedRateArgument, bad);

            var targets = Parametrizations.Targets(expanded, layers, behind);
            targets.RemoveAll(target => layers[target] is Embedding);
            if (targets.Count == 0) return Fails(NetworkRules.EqualizedRateOfNothing, Parametrizations.Nothing(declaration, behind));

            foreach (var target in targets)
            {
                var (place, name) = (expanded[target].Place.Name, layers[target]!.Name);
                if (rates[target] is not null) return Fails(NetworkRules.SecondEqualizedRate, place, name);
                if (norms[target] is not null) return Fails(NetworkRules.EqualizedRateOfNormalised, place, name);
                rates[target] = rate;
            }

            (EqualizedRate?[], Problem?) Fails(string rule, params string[] arguments) => (rates, Problem.At(SiteKind.EqualizedRate, i, rule, arguments));
        }

        return (rates, null);
    }
}
