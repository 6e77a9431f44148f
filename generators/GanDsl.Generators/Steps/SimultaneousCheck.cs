using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Regularizers;

namespace GanDsl.Generators.Steps;

/// <summary>
/// Whether one pass back through D can serve both players: then, and only then, what a fake does to D's loss and to G's differs by a number of that fake alone.
/// </summary>
internal static class SimultaneousCheck
{
    public static IEnumerable<Problem> Problems(GanDeclaration declaration, Network? discriminator, IEnumerable<Regularizer> regularizers)
    {
        if (discriminator?.CouplingLayer is { } layer)
        {
            yield return Problem.At(
                SiteKind.Schedule, GanRules.SimultaneousCouples, declaration.Type.Name, layer.Place.Name, discriminator.Type.Name, layer.Layer.Description);
        }

        foreach (var regularizer in regularizers)
        {
            if (regularizer.At == PenaltySite.Reals) continue;
            yield return Problem.At(SiteKind.Schedule, GanRules.SimultaneousPenalty, declaration.Type.Name, regularizer.Name, "ε·x + (1 − ε)·G(z)");
        }
    }
}
