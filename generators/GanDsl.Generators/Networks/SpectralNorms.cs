using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>Which layers of a network [SpectralNorm] normalises: the one before it, or, where there is none, all contractions, in blocks too.</summary>
internal static class SpectralNorms
{
    /// <param name="declaration">The network.</param>
    /// <param name="expanded">Its layers, with blocks expanded.</param>
    /// <returns>For each layer its spectral norm, or null; or the first problem.</returns>
    public static (SpectralNorm?[] OfLayers, Problem? Problem) Of(NetworkDeclaration declaration, EquatableArray<LayerDeclaration> expanded)
    {
        var layers = expanded.Select(LayerCatalog.Read).ToList();
        var norms = new SpectralNorm?[layers.Count];
        for (var i = 0; i < declaration.SpectralNorms.Count; i++)
        {
            var (behind, norm) = (declaration.SpectralNorms[i].Behind, SpectralNorm.Read(declaration.SpectralNorms[i].Values));
            if (norm.BadArgument() is { } bad) return (norms, Problem.At(SiteKind.SpectralNorm, i, NetworkRules.SpectralNormArgument, bad));

            var targets = Parametrizations.Targets(expanded, layers, behind);
            if (targets.Count == 0)
                return (norms, Problem.At(SiteKind.SpectralNorm, i, NetworkRules.SpectralNormOfNothing, Parametrizations.Nothing(declaration, behind)));

            foreach (var target in targets)
            {
                if (norms[target] is not null)
                    return (norms, Problem.At(SiteKind.SpectralNorm, i, NetworkRules.SecondSpectralNorm, expanded[target].Place.Name, layers[target]!.Name));
                norms[target] = norm;
            }
        }

        return (norms, null);
    }
}
