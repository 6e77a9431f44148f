namespace GanDsl;

/// <summary>
/// The layers of a block, as if they stood here. Their weights are named as those of a torch.nn.Sequential in a torch.nn.Sequential: <c>3.0.weight</c>.
/// PyTorch equivalent: a submodule of one's own.
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
    /// <param name="width">What <see cref="GanDsl.Width.Out"/> stands for in it; at least 1. In another block it may be <see cref="GanDsl.Width.Out"/> itself.</param>
    public UseAttribute(int width) => Width = width;

    /// <summary>What <see cref="GanDsl.Width.Out"/> stands for in the block.</summary>
    public int? Width { get; }
}
