using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GanDsl.Generators.Diagnostics;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>The id of a rule is a literal once; whoever else needs it names the constant.</summary>
public partial class RuleIdsTests
{
    [Fact]
    public void EachId_StandsOnceInTheSources()
    {
        var folder = Folder();
        var literals = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(file => !file.Path.Contains("/bin/", StringComparison.Ordinal) && !file.Path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Id().Matches(File.ReadAllText(file.File)).Select(match => (Id: match.Value, file.Path)))
            .ToLookup(literal => literal.Id, literal => literal.Path);

        Assert.Empty(literals.Where(places => places.Count() > 1).Select(places => $"{places.Key} stands in {string.Join(" and in ", places)}"));
        Assert.Equal(Descriptors.ById.Keys.Order(StringComparer.Ordinal), literals.Select(places => places.Key).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("GAN[0-9]{4}")]
    private static partial Regex Id();

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../generators"));
}
