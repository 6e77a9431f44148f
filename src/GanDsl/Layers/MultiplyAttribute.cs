namespace GanDsl;

/// <summary>
/// Multiplies by an activation that <see cref="TapAttribute"/> named, element by element: both have one shape. PyTorch equivalent: <c>x * tap</c>.
/// </summary>
/// <param name="tap">The name of an earlier tap.</param>
public sealed class MultiplyAttribute(string tap) : LayerAttribute
{
    /// <summary>The name of an earlier tap.</summary>
    public string Tap { get; } = tap;
}
