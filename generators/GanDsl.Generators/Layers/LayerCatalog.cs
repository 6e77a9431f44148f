using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>Every layer by its attribute's name.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, Func<AttributeValues, Layer>> Readers = new(StringComparer.Ordinal)
    {
        ["AdaptiveAvgPool1d"] = AdaptiveAvgPool.Read1d,
        ["AdaptiveAvgPool2d"] = AdaptiveAvgPool.Read2d,
        ["Add"] = Add.Read,
        ["AvgPool1d"] = AvgPool.Read1d,
        ["AvgPool2d"] = AvgPool.Read2d,
        ["BatchNorm"] = BatchNorm.Read,
        ["Blur"] = Blur.Read,
        ["Concat"] = Concat.Read,
        ["ConditionalBatchNorm"] = ConditionalBatchNorm.Read,
        ["ConstInput"] = ConstInput.Read,
        ["Conv1d"] = Convolution.Read1d,
        ["Conv2d"] = Convolution.Read2d,
        ["ConvTranspose1d"] = TransposedConvolution.Read1d,
        ["ConvTranspose2d"] = TransposedConvolution.Read2d,
        ["Dense"] = Dense.Read,
        ["Dropout"] = Dropout.Read,
        ["Dropout2d"] = Dropout2d.Read,
        ["ELU"] = Activations.ELU,
        ["Embedding"] = Embedding.Read,
        ["Flatten"] = Flatten.Read,
        ["From"] = From.Read,
        ["GELU"] = Activations.GELU,
        ["GlobalAvgPool"] = GlobalAvgPool.Read,
        ["GlobalSumPool"] = GlobalSumPool.Read,
        ["GroupNorm"] = GroupNorm.Read,
        ["Hardswish"] = Activations.Hardswish,
        ["Head"] = Head.Read,
        ["InstanceNorm"] = InstanceNorm.Read,
        ["LayerNorm"] = LayerNorm.Read,
        ["LeakyReLU"] = Activations.LeakyReLU,
        ["MaxPool1d"] = MaxPool.Read1d,
        ["MaxPool2d"] = MaxPool.Read2d,
        ["MinibatchStdDev"] = MinibatchStdDev.Read,
        ["Mish"] = Activations.Mish,
        ["ModulatedConv2d"] = ModulatedConv2d.Read,
        ["Multiply"] = Multiply.Read,
        ["Noise"] = Noise.Read,
        ["OneHot"] = OneHot.Read,
        ["PixelNorm"] = PixelNorm.Read,
        ["PixelShuffle"] = PixelShuffle.Read,
        ["PixelUnshuffle"] = PixelUnshuffle.Read,
        ["PReLU"] = PReLU.Read,
        ["ProjectionHead"] = ProjectionHead.Read,
        ["ReflectionPad2d"] = ReflectionPad2d.Read,
        ["ReLU"] = Activations.ReLU,
        ["Reshape"] = Reshape.Read,
        ["Scale"] = Scale.Read,
        ["SelfAttention2d"] = SelfAttention2d.Read,
        ["Sigmoid"] = Activations.Sigmoid,
        ["SiLU"] = Activations.SiLU,
        ["Softmax"] = Softmax.Read,
        ["Softplus"] = Activations.Softplus,
        ["Tanh"] = Activations.Tanh,
        ["Tap"] = Tap.Read,
        ["ToRGB"] = ToRGB.Read,
        ["Upsample"] = Upsample.Read,
        ["ZeroPad2d"] = ZeroPad2d.Read,
    };

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The layer, or null for an attribute that this version of the generator does not know.</summary>
    public static Layer? Read(LayerDeclaration declaration) =>
        Readers.TryGetValue(declaration.Attribute, out var read) ? read(declaration.Values) : null;
}
