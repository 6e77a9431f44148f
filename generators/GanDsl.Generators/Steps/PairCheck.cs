using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;

namespace GanDsl.Generators.Steps;

/// <summary>Whether two networks can play as G and D, whatever the objective; checked for each pair of a game.</summary>
internal static class PairCheck
{
    /// <summary>G and D where they are valid; problems of the networks themselves are reported where those are declared.</summary>
    public static (Network? Generator, Network? Discriminator) Read(
        GanDeclaration declaration, Func<NetworkDeclaration, NetworkResult> check, List<Problem> problems) =>
        Read(
            check, declaration.Generator, declaration.GeneratorArgument, "first", declaration.Discriminator, declaration.DiscriminatorArgument, "second",
            problems, isInverse: false);

    /// <summary>The second pair; null where there is none, or where one of its networks is invalid.</summary>
    public static InversePair? ReadInverse(GanDeclaration declaration, Func<NetworkDeclaration, NetworkResult> check, List<Problem> problems)
    {
        if (declaration.Inverse is not { } inverse) return null;
        var (generator, discriminator) = Read(
            check, inverse.Generator, inverse.GeneratorArgument, "third", inverse.Discriminator, inverse.DiscriminatorArgument, "fourth", problems,
            isInverse: true);
        return generator is null || discriminator is null ? null : new InversePair(generator, discriminator);
    }

    private static (Network? Generator, Network? Discriminator) Read(
        Func<NetworkDeclaration, NetworkResult> check, NetworkDeclaration? ofGenerator, string generatorArgument, string generatorPlace,
        NetworkDeclaration? ofDiscriminator, string discriminatorArgument, string discriminatorPlace, List<Problem> problems, bool isInverse)
    {
        var order = isInverse ? "generator, discriminator, inverse generator, inverse discriminator" : "generator, discriminator";
        if (ofGenerator is null) problems.Add(Problem.At(SiteKind.Marker, GanRules.NotANetwork, generatorArgument, "Generator", generatorPlace, order));
        if (ofDiscriminator is null)
            problems.Add(Problem.At(SiteKind.Marker, GanRules.NotANetwork, discriminatorArgument, "Discriminator", discriminatorPlace, order));
        var generator = ofGenerator is null ? null : check(ofGenerator).Network;
        var discriminator = ofDiscriminator is null ? null : check(ofDiscriminator).Network;
        if (discriminator is not null && GanCheck.Discriminator(discriminator) is not null) discriminator = null;
        if (generator is not null && discriminator is not null && generator.Output != discriminator.Input)
        {
            var problem = Problem.At(
                SiteKind.Marker, GanRules.ShapesDiffer, generator.Type.Name, generator.Output.ToString(), discriminator.Type.Name,
                discriminator.Input.ToString(), generator.Chain, discriminator.Chain);

            // Remedies know only the first pair's classes.
            problems.Add(isInverse ? problem : problem with { Remedy = Remedies.Making(generator, discriminator.Input) });
        }

        if (generator is { ParameterCount: 0 }) problems.Add(Problem.At(SiteKind.Marker, GanRules.NothingLearns, generator.Type.Name));
        if (discriminator is { ParameterCount: 0 }) problems.Add(Problem.At(SiteKind.Marker, GanRules.NothingLearns, discriminator.Type.Name));
        return (generator, discriminator);
    }
}
