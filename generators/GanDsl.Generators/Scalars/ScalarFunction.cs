namespace GanDsl.Generators.Scalars;

/// <summary>
/// A function of one number, or of one and a fixed second, with everything about it. It holds delegates, which do not compare by value, so it is not a record,
/// and
/// expressions hold its name.
/// </summary>
/// <param name="name">Its name among the functions that kernels are written in.</param>
/// <param name="value">Its value in float64.</param>
/// <param name="derivative">Its derivative, from its operand, its value and the second number. The value is a variable where it was saved, else a call.</param>
/// <param name="cost">Its cost in a kernel, roughly in additions.</param>
internal sealed class ScalarFunction(string name, Func<double, double, double> value, Func<Scalar, Scalar, double, Scalar> derivative, int cost)
{
    public ScalarFunction(string name, Func<double, double> value, Func<Scalar, Scalar, Scalar> derivative, int cost)
        : this(name, (x, _) => value(x), (x, y, _) => derivative(x, y), cost)
    {
    }

    public string Name { get; } = name;

    public Func<double, double, double> Value { get; } = value;

    public Func<Scalar, Scalar, double, Scalar> Derivative { get; } = derivative;

    public int Cost { get; } = cost;

    /// <summary>A simpler form than a call for some operands and numbers; else null.</summary>
    public Func<Scalar, double, Scalar?>? Simpler { get; init; }

    /// <summary>In mathematics.</summary>
    public string Mathematics { get; init; } = name.ToLowerInvariant();

    /// <summary>In C# over doubles, of <see cref="Math"/> or of the runtime's TorchGame; null where neither has it, since no loss needs it.</summary>
    public string? CSharp { get; init; } = "global::System.Math." + name;

    /// <summary>libtorch's, as a method of tensors; null where there is none, since no loss's slope needs it.</summary>
    public string? Torch { get; init; } = name.ToLowerInvariant();

    /// <summary>In Python, and in TorchScript.</summary>
    public string Python { get; init; } = "torch." + name.ToLowerInvariant();

    /// <summary>ONNX's operator; null where there is none of the operand alone.</summary>
    public string? Onnx { get; init; } = name;

    /// <summary>The function of an operand, or a simpler form.</summary>
    public Scalar Of(Scalar operand, double? number) => Simpler?.Invoke(operand, number ?? 0) ?? new Scalar.Call(Name, operand, number);
}
