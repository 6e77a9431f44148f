using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A parameter's role in its layer, which decides what [Initialize] does.</summary>
internal enum ParameterRole
{
    /// <summary>The weight of a contraction.</summary>
    Weight,

    /// <summary>A table of rows, which [Initialize] does not change.</summary>
    Table,

    /// <summary>The bias of a contraction.</summary>
    Bias,

    /// <summary>γ of a normalisation.</summary>
    Scale,

    /// <summary>β of a normalisation.</summary>
    Shift,

    /// <summary>The slope of an activation, which [Initialize] does not change.</summary>
    Slope,

    /// <summary>Anything else, which [Initialize] does not change: a learned picture, a strength.</summary>
    Other,
}

/// <summary>A learned tensor of a layer.</summary>
/// <param name="Name">PyTorch's name in the layer: <c>weight</c>, <c>bias</c>.</param>
/// <param name="Role">Its role.</param>
/// <param name="Shape">PyTorch's layout.</param>
/// <param name="Initializer">Its initial values.</param>
internal sealed record Parameter(string Name, ParameterRole Role, EquatableArray<int> Shape, Initializer Initializer)
{
    /// <summary>The factor that it is multiplied by wherever it is used.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>A name as part of an identifier: <c>affineWeight</c> of <c>affine.weight</c>.</summary>
    public static string Identifier(string name)
    {
        var parts = name.Split('.');
        return parts[0] + string.Concat(parts.Skip(1).Select(Capital));
    }

    /// <summary>The same inside an identifier: <c>AffineWeight</c>.</summary>
    public static string Capital(string name)
    {
        var identifier = Identifier(name);
        return char.ToUpperInvariant(identifier[0]) + identifier.Substring(1);
    }

    public long Count => Shape.Aggregate(1L, (product, dimension) => product > int.MaxValue ? product : product * dimension);
}

/// <summary>How a parameter is initialised.</summary>
internal abstract record Initializer
{
    private Initializer()
    {
    }

    /// <summary>U(−bound, bound).</summary>
    public sealed record Uniform(double Bound) : Initializer;

    /// <summary>N(mean, std²).</summary>
    public sealed record Normal(double Mean, double Std) : Initializer;

    /// <summary>One value everywhere.</summary>
    public sealed record Constant(double Value) : Initializer;

    /// <summary>
    /// PyTorch's default for the weights of contractions, <c>kaiming_uniform_(a=√5)</c>: the bound is 1/√fanIn, computed in PyTorch's order
    /// of operations so that equal seeds give equal bits.
    /// </summary>
    public static Initializer KaimingUniform(long fanIn)
    {
        var a = Math.Sqrt(5);
        var gain = Math.Sqrt(2.0 / (1 + (a * a)));
        return new Uniform(Math.Sqrt(3.0) * (gain / Math.Sqrt(fanIn)));
    }

    /// <summary>PyTorch's default for the biases of contractions.</summary>
    public static Initializer BiasUniform(long fanIn) => new Uniform(1 / Math.Sqrt(fanIn));
}
