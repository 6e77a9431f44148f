using System.Text.RegularExpressions;
using System.Xml.Linq;
using GanDsl.Generators.Layers;

namespace GanDsl.Generators.Tests.Models;

/// <summary>The list of layers and the attributes that users write agree.</summary>
[LayersOf]
public class LayerCatalogTests
{
    private static readonly Type[] Attributes =
        [.. typeof(LayerAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)];

    /// <summary>[Use] stands for the layers of a block, and is none itself.</summary>
    [Fact]
    public void EveryAttribute_IsALayer_AndTheOtherWayRound() =>
        Assert.Equal(
            LayerCatalog.Names.Order(), Attributes.Where(type => type != typeof(UseAttribute<>)).Select(type => type.Name[..^"Attribute".Length]).Order());

    /// <summary>Who looks for a layer finds it in README's table of what there is.</summary>
    [Fact]
    public void EveryLayer_StandsInTheTableOfTheReadme()
    {
        using var reader = new StreamReader(typeof(LayerCatalogTests).Assembly.GetManifestResourceStream("README.md")!);
        var rows = reader.ReadToEnd().Split("## What is supported")[1].Split('\n').Where(line => line.StartsWith('|'));
        var words = rows.SelectMany(row => Regex.Matches(row, @"\w+")).Select(match => match.Value).ToHashSet();

        Assert.Empty(LayerCatalog.Names.Except(words));
    }

    /// <summary>A reader of the attribute's documentation learns what PyTorch calls it.</summary>
    [Fact]
    public void EveryAttributesDocumentation_NamesWhatPyTorchHas()
    {
        var members = XDocument.Load(Path.ChangeExtension(typeof(LayerAttribute).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => member.Value);
        Assert.All(Attributes, type => Assert.Contains("PyTorch", members["T:" + type.FullName], StringComparison.Ordinal));
    }
}
