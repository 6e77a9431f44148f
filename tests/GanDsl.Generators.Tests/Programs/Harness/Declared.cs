using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Networks from declarations, checked as the generator checks them.</summary>
internal static class Declared
{
    public static Network Generator(int latent, string layers) => Of($"[Generator(latent: {latent})]\n{layers}");

    public static Network Discriminator(string shape, string layers) => Of($"[Discriminator({shape})]\n{layers}");

    /// <summary>A network by all the attributes of its class.</summary>
    public static Network Class(string attributes) => Of(attributes);

    /// <summary>The parameters that a program reads, of one network or of both.</summary>
    public static IReadOnlyList<Value> Parameters(ProgramBuilder builder, int? network = null) =>
        [.. builder.Nodes.Where(node => node.Operation is Operation.Parameter parameter && (network ?? parameter.Network) == parameter.Network)
            .Select(node => node.Outputs[0])];

    private static Network Of(string attributes)
    {
        var type = GanCompilation.Create($"{attributes}\npublic sealed partial class Declared;").GetTypeByMetadataName("Declared")!;
        var result = NetworkCheck.Check(NetworkReader.Read(type, CancellationToken.None)!);
        return result.Network ?? throw new InvalidOperationException($"{attributes} does not fit: {result.Problem}");
    }
}
