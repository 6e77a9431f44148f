namespace GanDsl;

/// <summary>An attribute of an ONNX node: a whole number, some, a number, or text.</summary>
public abstract record OnnxAttribute
{
    private OnnxAttribute()
    {
    }

    /// <summary>A whole number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Int(long Value) : OnnxAttribute;

    /// <summary>Whole numbers.</summary>
    /// <param name="Values">The numbers.</param>
    public sealed record Ints(IReadOnlyList<long> Values) : OnnxAttribute;

    /// <summary>A number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Float(float Value) : OnnxAttribute;

    /// <summary>Text.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : OnnxAttribute;

    /// <summary>A whole number.</summary>
    public static implicit operator OnnxAttribute(long value) => new Int(value);

    /// <summary>A number.</summary>
    public static implicit operator OnnxAttribute(float value) => new Float(value);

    /// <summary>Whole numbers.</summary>
    public static implicit operator OnnxAttribute(long[] values) => new Ints(values);

    /// <summary>Text.</summary>
    public static implicit operator OnnxAttribute(string value) => new Text(value);
}

/// <summary>An operator of ONNX with its inputs and output.</summary>
/// <param name="Operator">Its name in ONNX's default domain: <c>Conv</c>.</param>
/// <param name="Inputs">What it reads, by name; an empty name is an omitted input.</param>
/// <param name="Output">Its output.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record OnnxNode(string Operator, IReadOnlyList<string> Inputs, string Output, IReadOnlyList<(string Name, OnnxAttribute Value)> Attributes);

/// <summary>An input or output tensor of an ONNX graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sample">The shape after the batch; empty for labels, one whole number per sample.</param>
/// <param name="IsLabels">Whether it holds int64 instead of float32.</param>
public sealed record OnnxValue(string Name, IReadOnlyList<int> Sample, bool IsLabels = false);
