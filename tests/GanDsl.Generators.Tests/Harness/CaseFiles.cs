using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>A declared class of a case's file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">All its attributes as they are written.</param>
/// <param name="IsNetwork">Whether it is a network; else it is a block or a game.</param>
internal sealed record CaseDeclaration(string Name, string Attributes, bool IsNetwork)
{
    /// <summary>The class as a user writes it.</summary>
    public string Text => $"{Attributes}\npublic sealed partial class {Name};\n";

    /// <summary>Whether its gradient in train mode is its derivative: spectral norm's u and v, which that moves, are constants to the gradient.</summary>
    public bool IsDifferentiable => !Attributes.Contains("SpectralNorm", StringComparison.Ordinal);

    /// <summary>Its attributes one by one, without the first, which is its marker.</summary>
    public required IReadOnlyList<string> Layers { get; init; }
}

/// <summary>A layer that does not fit: the rule, the layer, the shape that it is written on, how the message ends.</summary>
internal sealed record CaseRefusal(string Rule, string Layer, string On, string Problem);

/// <summary>
/// What the files of tests/Shared/LayerCases declare, for tests that look at declarations as text. The files are read and not compiled: the references in them
/// are TorchSharp's.
/// </summary>
internal static class CaseFiles
{
    private const string Prefix = "LayerCases/";

    private static readonly Dictionary<string, CompilationUnitSyntax> Files = typeof(CaseFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Parse);

    /// <summary>The declared classes of each file that has any.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<CaseDeclaration>> Declarations { get; } = Files
        .Select(file => (file.Key, Declared: (IReadOnlyList<CaseDeclaration>)[.. Classes(file.Value)]))
        .Where(file => file.Declared.Count > 0)
        .ToDictionary(file => file.Key, file => file.Declared);

    /// <summary>Every network of every file.</summary>
    public static IReadOnlyList<CaseDeclaration> Networks { get; } = [.. Declarations.Values.SelectMany(file => file).Where(one => one.IsNetwork)];

    /// <summary>Layers that keep any shape, as they are written.</summary>
    public static IReadOnlyList<string> Fits { get; } = [.. Said("Fits").Select(said => said[0])];

    /// <summary>What does not fit.</summary>
    public static IReadOnlyList<CaseRefusal> Refusals { get; } = [.. Said("Refuses").Select(said => new CaseRefusal(said[0], said[1], said[2], said[3]))];

    /// <summary>Every layer that a file has, fitting or not, as it is written.</summary>
    public static IReadOnlyList<string> Layers => [.. Fits, .. Refusals.Select(refusal => refusal.Layer), .. Networks.SelectMany(network => network.Layers)];

    private static CompilationUnitSyntax Parse(string resource)
    {
        using var reader = new StreamReader(typeof(CaseFiles).Assembly.GetManifestResourceStream(resource)!);
        return CSharpSyntaxTree.ParseText(reader.ReadToEnd()).GetCompilationUnitRoot();
    }

    private static IEnumerable<CaseDeclaration> Classes(CompilationUnitSyntax file) =>
        from declared in file.DescendantNodes().OfType<ClassDeclarationSyntax>()
        let markers = declared.AttributeLists.SelectMany(list => list.Attributes)
            .Select(attribute => attribute.Name switch { GenericNameSyntax generic => generic.Identifier.Text, var name => name.ToString() }).ToHashSet()
        where markers.Overlaps(["Generator", "Discriminator", "Block", "Gan"])
        select new CaseDeclaration(declared.Identifier.Text, string.Join("\n", declared.AttributeLists), markers.Overlaps(["Generator", "Discriminator"]))
        {
            Layers = [.. declared.AttributeLists.SelectMany(list => list.Attributes).Skip(1).Select(attribute => attribute.ToString())],
        };

    // The strings that an attribute of a case is given.
    private static IEnumerable<string[]> Said(string attribute) =>
        from file in Files.Values
        from said in file.DescendantNodes().OfType<RecordDeclarationSyntax>().SelectMany(record => record.AttributeLists).SelectMany(list => list.Attributes)
        where said.Name.ToString() == attribute
        select said.ArgumentList!.Arguments.Select(argument => Text(argument.Expression)).ToArray();

    // A long text stands on several lines, joined by +.
    private static string Text(ExpressionSyntax expression) => expression is BinaryExpressionSyntax sum
        ? Text(sum.Left) + Text(sum.Right)
        : ((LiteralExpressionSyntax)expression).Token.ValueText;
}
