namespace GanDsl;

/// <summary>Adds an activation that <see cref="TapAttribute"/> named, element by element: both have one shape. PyTorch equivalent: <c>x + tap</c>.</summary>
/// <param name="tap">The name of an earlier tap.</param>
public sealed class AddAttribute(string tap) : LayerAttribute
{
    /// <summary>The name of an earlier tap.</summary>
    public string Tap { get; } = tap;
}
