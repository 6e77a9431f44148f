using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Stores a layer's weight as N(0, 1) and scales it where it is used. StyleGAN's equalized learning rate.</summary>
internal sealed record EqualizedRate(double Multiplier)
{
    public static EqualizedRate Read(AttributeValues values) => new(values.Double("multiplier"));

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() =>
        Limits.Positive("multiplier", Multiplier);

    /// <summary>A parameter as it is stored and used.</summary>
    /// <param name="layer">A layer.</param>
    /// <param name="parameter">A parameter of it.</param>
    public Parameter Of(Layer layer, Parameter parameter) => parameter.Role switch
    {
        ParameterRole.Weight =>
            parameter with { Initializer = new Initializer.Normal(0, 1 / Multiplier), Gain = Multiplier / Math.Sqrt(layer.FanIn(parameter)) },
        ParameterRole.Bias => parameter with { Initializer = new Initializer.Constant(0), Gain = Multiplier },
        _ => parameter,
    };
}
