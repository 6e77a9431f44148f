using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>Every layer by its attribute's name.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, Func<AttributeValues, Layer>> Readers = new(StringComparer.Ordinal)
    {
        ["Add"] = Add.Read,
        ["AvgPool2d"] = AvgPool2d.Read,
        ["BatchNorm"] = BatchNorm.Read,
        ["Concat"] = Concat.Read,
        ["Conv2d"] = Conv2d.Read,
        ["ConvTranspose2d"] = ConvTranspose2d.Read,
        ["Dense"] = Dense.Read,
        ["Dropout"] = Dropout.Read,
        ["Dropout2d"] = Dropout2d.Read,
        ["Flatten"] = Flatten.Read,
        ["From"] = From.Read,
        ["GlobalAvgPool"] = GlobalAvgPool.Read,
        ["GlobalSumPool"] = GlobalSumPool.Read,
        ["GroupNorm"] = GroupNorm.Read,
        ["InstanceNorm"] = InstanceNorm.Read,
        ["LayerNorm"] = LayerNorm.Read,
        ["LeakyReLU"] = LeakyReLU.Read,
        ["Multiply"] = Multiply.Read,
        ["PixelNorm"] = PixelNorm.Read,
        ["PReLU"] = PReLU.Read,
        ["ReLU"] = ReLU.Read,
        ["Reshape"] = Reshape.Read,
        ["SiLU"] = SiLU.Read,
        ["Sigmoid"] = Sigmoid.Read,
        ["Softplus"] = Softplus.Read,
        ["Tap"] = Tap.Read,
        ["Tanh"] = Tanh.Read,
        ["Upsample"] = Upsample.Read,
    };

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The layer, or null for an attribute that this version of the generator does not know.</summary>
    public static Layer? Read(LayerDeclaration declaration) =>
        Readers.TryGetValue(declaration.Attribute, out var read) ? read(declaration.Values) : null;
}
