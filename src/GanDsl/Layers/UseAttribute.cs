namespace GanDsl;

/// <summary>
/// The layers of a block, as if they were written here. Their weights are named like those of a torch.nn.Sequential in a torch.nn.Sequential:
/// <c>3.0.weight</c>.
/// PyTorch equivalent: a submodule.
/// </summary>
/// <typeparam name="TBlock">A class with <see cref="BlockAttribute"/>.</typeparam>
public sealed class UseAttribute<TBlock> : LayerAttribute
    where TBlock : class
{
    /// <summary>The layers of a block that reads no <see cref="GanDsl.Width.Out"/>.</summary>
    public UseAttribute()
    {
    }

    /// <summary>The layers of a block.</summary>
    /// <param name="width">
    /// The value of <see cref="GanDsl.Width.Out"/> in it; at least 1. In another block it may be <see cref="GanDsl.Width.Out"/> itself.
    /// </param>
    public UseAttribute(int width) => Width = width;

    /// <summary>The value of <see cref="GanDsl.Width.Out"/> in the block.</summary>
    public int? Width { get; }
}
