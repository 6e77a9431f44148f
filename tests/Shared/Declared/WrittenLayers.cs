using System.Reflection;

namespace GanDsl.Declared;

/// <summary>A layer as it is written on a class.</summary>
/// <param name="Written">The attribute, whose numbers may be stand-ins for widths.</param>
/// <param name="Spectral">The [SpectralNorm] behind it, or null.</param>
/// <param name="Rate">The [EqualizedLearningRate] behind it, or null.</param>
internal sealed record WrittenLayer(CustomAttributeData Written, SpectralNormAttribute? Spectral, EqualizedLearningRateAttribute? Rate);

/// <summary>The layers of a class in source order, and what stands before the first and so is said of all, those of blocks too.</summary>
/// <param name="Layers">The layers; their places are the names of their weights.</param>
/// <param name="Spectral">The [SpectralNorm] of all, or null.</param>
/// <param name="Rate">The [EqualizedLearningRate] of all, or null.</param>
internal sealed record WrittenLayers(IReadOnlyList<WrittenLayer> Layers, SpectralNormAttribute? Spectral, EqualizedLearningRateAttribute? Rate)
{
    /// <summary>Reads a class.</summary>
    /// <param name="declaration">The class that has the attributes.</param>
    public static WrittenLayers Of(Type declaration)
    {
        var layers = new List<WrittenLayer>();
        SpectralNormAttribute? spectral = null;
        EqualizedLearningRateAttribute? rate = null;
        foreach (var written in declaration.GetCustomAttributesData())
        {
            if (typeof(LayerAttribute).IsAssignableFrom(written.AttributeType))
            {
                layers.Add(new WrittenLayer(written, null, null));
            }
            else if (written.AttributeType == typeof(SpectralNormAttribute))
            {
                var norm = (SpectralNormAttribute)Made(written, number => number);
                if (layers.Count == 0) spectral = norm;
                else layers[^1] = layers[^1] with { Spectral = norm };
            }
            else if (written.AttributeType == typeof(EqualizedLearningRateAttribute))
            {
                var scale = (EqualizedLearningRateAttribute)Made(written, number => number);
                if (layers.Count == 0) rate = scale;
                else layers[^1] = layers[^1] with { Rate = scale };
            }
        }

        return new WrittenLayers(layers, spectral, rate);
    }

    /// <summary>The attribute with numbers in place of the stand-ins for widths.</summary>
    /// <param name="written">The attribute.</param>
    /// <param name="into">What the channels that come into the block are.</param>
    /// <param name="outOf">What the use of the block gives, or null.</param>
    public static LayerAttribute Made(CustomAttributeData written, long into, int? outOf) => (LayerAttribute)Made(written, number => number switch
    {
        Width.In => (int)into,
        Width.Out => outOf ?? throw new InvalidOperationException($"{written.AttributeType.Name} reads Width.Out, which its use does not give."),
        _ => number,
    });

    private static object Made(CustomAttributeData written, Func<int, int> width) =>
        written.Constructor.Invoke([.. written.ConstructorArguments.Select(argument => Value(argument, width))]);

    private static object? Value(CustomAttributeTypedArgument argument, Func<int, int> width) => argument.Value switch
    {
        IEnumerable<CustomAttributeTypedArgument> items => items.Select(item => width((int)item.Value!)).ToArray(),
        var number when argument.ArgumentType.IsEnum => Enum.ToObject(argument.ArgumentType, number!),
        int number => width(number),
        double number when number == Width.In || number == Width.Out => (double)width((int)number),
        var other => other,
    };
}
