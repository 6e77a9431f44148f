using System.Reflection;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>No layer is missing in the games that are held against libtorch.</summary>
public class LayerCoverageTests
{
    [Fact]
    public void EveryLayer_StandsInANetworkOfTheseTests()
    {
        var declared = typeof(LayerCoverageTests).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<LayerAttribute>()).Select(layer => layer.GetType()).ToHashSet();
        var layers = typeof(LayerAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && !type.IsGenericType);

        Assert.Empty(layers.Where(layer => !declared.Contains(layer)).Select(layer => layer.Name));
    }
}
