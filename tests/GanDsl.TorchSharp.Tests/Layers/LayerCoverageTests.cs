using System.Reflection;
using GanDsl.Tests.Cases;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>No layer is without numbers to hold it against.</summary>
public class LayerCoverageTests
{
    /// <summary>What has tests of its own: it draws, it reads labels, or it is a further output.</summary>
    private static readonly Dictionary<Type, Type> Elsewhere = new()
    {
        [typeof(DropoutAttribute)] = typeof(DropoutTests),
        [typeof(Dropout2dAttribute)] = typeof(DropoutTests),
        [typeof(NoiseAttribute)] = typeof(NoiseTests),
        [typeof(EmbeddingAttribute)] = typeof(Games.ConditionalGameTests),
        [typeof(OneHotAttribute)] = typeof(Games.ConditionalGameTests),
        [typeof(ConditionalBatchNormAttribute)] = typeof(Games.ConditionalGameTests),
        [typeof(ProjectionHeadAttribute)] = typeof(Games.ConditionalGameTests),
        [typeof(HeadAttribute)] = typeof(Games.HeadGameTests),
    };

    [Fact]
    [LayersOf]
    public void EveryLayer_StandsInANetworkThatIsHeldAgainstLibtorchs()
    {
        var byName = typeof(LayerCoverageTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(LayerCases).Namespace || type.Namespace == typeof(Case).Namespace).ToLookup(type => type.Name);
        var covered = LayerCases.All.Keys.SelectMany(name => byName[name].Single().GetCustomAttributes<LayerAttribute>()).Select(layer => layer.GetType())
            .Concat(Elsewhere.Keys).ToHashSet();
        var layers = typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && !type.IsGenericType);

        Assert.Empty(layers.Where(layer => !covered.Contains(layer)).Select(layer => layer.Name));
    }
}
