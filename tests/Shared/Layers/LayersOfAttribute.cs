using Xunit.Abstractions;
using Xunit.Sdk;

namespace GanDsl.Tests.Layers;

/// <summary>
/// The test, or every test of the class, has a trait <c>Layer</c> for each layer that these networks, or these games' players, are declared with;
/// without any, for every layer there is.
/// </summary>
[TraitDiscoverer("GanDsl.Tests.Layers.LayersOfDiscoverer", ThisAssembly.Name)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class LayersOfAttribute(params Type[] declared) : Attribute, ITraitAttribute
{
    public IReadOnlyList<Type> Declared => declared;

    /// <summary>
    /// Whether the layers count that nearly every network is joined with. Tests of rare layers leave those to tests of
    /// plain networks, so that the tests of <c>Dense</c> are not all tests.
    /// </summary>
    public bool Plain { get; init; }
}

/// <summary>What <see cref="LayersOfAttribute"/> means, for xunit.</summary>
public sealed class LayersOfDiscoverer : ITraitDiscoverer
{
    private static readonly HashSet<string> InNearlyEveryNetwork =
        ["Concat", "Conv2d", "ConvTranspose2d", "Dense", "Flatten", "From", "LeakyReLU", "Reshape", "Tanh", "Tap"];

    /// <summary>The layers that a test is found by.</summary>
    public static IEnumerable<string> Layers(IReadOnlyCollection<Type> declared, bool plain) =>
        declared.Count == 0 ? LayerNames.All : declared.SelectMany(LayerNames.Of).Distinct().Where(layer => plain || !InNearlyEveryNetwork.Contains(layer));

    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        List<Type> declared = [.. traitAttribute.GetConstructorArguments().SelectMany(argument => (IEnumerable<object>)argument).Cast<Type>()];
        return Layers(declared, traitAttribute.GetNamedArgument<bool>(nameof(LayersOfAttribute.Plain)))
            .Select(layer => KeyValuePair.Create(LayerNames.Trait, layer));
    }
}
