namespace GanDsl;

/// <summary>
/// Declares a block: layers that networks, and other blocks, repeat with <see cref="UseAttribute{TBlock}"/>. The class holds nothing else; nothing is generated
/// for it.
/// </summary>
/// <remarks>
/// <see cref="Width.Out"/> is the width of a use, <see cref="Width.In"/> the channels (in flat samples, the features) of its input there.
/// A block's taps are its own: other blocks and networks may have the same names. The residual block of SNGAN's generator without its upsampling:
/// <code>
/// [Block]
/// [Tap("in"), BatchNorm, ReLU, Conv2d(Width.Out, kernel: 3, padding: 1)]
/// [BatchNorm, ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), Tap("main")]
/// [From("in"), Conv2d(Width.Out, kernel: 1), Add("main")]
/// public sealed class ResidualBlock;
/// </code>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;
