using System.Reflection;
using GanDsl.Tests.Cases;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>No layer is missing in the games that are held against libtorch.</summary>
public class LayerCoverageTests
{
    [Fact]
    [LayersOf]
    public void EveryLayer_StandsInANetworkOfTheseTests()
    {
        var declared = typeof(LayerCoverageTests).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<LayerAttribute>())
            .Select(layer => layer.GetType()).ToHashSet();
        var layers = typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && !type.IsGenericType);

        Assert.Empty(layers.Where(layer => !declared.Contains(layer)).Select(layer => layer.Name));
    }

    /// <summary><c>dotnet test --filter Layer=…</c> finds what holds each layer's kernels against libtorch's.</summary>
    [Fact]
    public void EveryLayer_HasATestThatIsFoundByItsName()
    {
        var marked = typeof(LayerCoverageTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<LayersOfAttribute>()).OfType<LayersOfAttribute>();
        var found = marked.Where(test => test.Declared.Count > 0).SelectMany(test => LayersOfDiscoverer.Layers(test.Declared, test.Plain))
            .Concat(Case.All.SelectMany(one => one.Networks.Keys).SelectMany(LayerNames.Of)).ToHashSet();

        Assert.DoesNotContain(LayerNames.All, layer => !found.Contains(layer));
    }
}
