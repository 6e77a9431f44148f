using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>
/// Whether one backward through D can serve both players: if and only if the gradients of D's and G's losses at a fake differ by a factor that depends only on
/// that fake.
/// </summary>
internal static class SimultaneousCheck
{
    public static IEnumerable<Problem> Problems(GanDeclaration declaration, Objective? objective, Network? discriminator, IEnumerable<Regularizer> regularizers)
    {
        if (objective is not null && objective.RelativisticMode != RelativisticMode.None)
        {
            yield return Problem.At(SiteKind.Schedule, GanRules.SimultaneousRelativistic, declaration.Type.Name, objective.Name);
        }

        if (discriminator?.CouplingLayer is { } layer)
        {
            yield return Problem.At(
                SiteKind.Schedule, GanRules.SimultaneousCouples, declaration.Type.Name, layer.Place.Name, discriminator.Type.Name, layer.Layer.Description);
        }

        if (objective is { RelativisticMode: RelativisticMode.None } && discriminator is { Output.Elements: > 1 }
            && SeedRatio.Of(objective) is not Scalars.Scalar.Constant)
        {
            yield return Problem.At(
                SiteKind.Schedule,
                GanRules.SimultaneousPatches,
                declaration.Type.Name,
                discriminator.Type.Name,
                discriminator.Output.ToString(),
                objective.Name);
        }

        foreach (var regularizer in regularizers)
        {
            if (regularizer is GradientRegularizer { At: not PenaltySite.Reals } elsewhere)
            {
                yield return Problem.At(SiteKind.Schedule, GanRules.SimultaneousPenalty, declaration.Type.Name, regularizer.Name, elsewhere.At.Points());
            }
            else if (regularizer is LogitRegularizer)
            {
                yield return Problem.At(SiteKind.Schedule, GanRules.SimultaneousLogits, declaration.Type.Name, regularizer.Name);
            }
            else if (regularizer.Every > 1)
            {
                yield return Problem.At(
                    SiteKind.Schedule, GanRules.SimultaneousLazy, declaration.Type.Name, regularizer.Name, Numbers.Ordinal(regularizer.Every));
            }
        }
    }
}
