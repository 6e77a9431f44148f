using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Augmentations;

/// <summary>One change of the pictures that D sees, drawn for each picture. One file per change: its text for libtorch and its lowering.</summary>
/// <param name="Column">The first column of its numbers among a picture's: its draws, or what its policy computes from them.</param>
internal abstract record Augmentation(int Column)
{
    /// <summary>The change as a person would write it: <c>brightness + U(−0.5, 0.5)</c>.</summary>
    public abstract string Description { get; }

    /// <summary>The changed pictures.</summary>
    /// <param name="builder">Where they are computed.</param>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="draws">The pictures' numbers: (N, …).</param>
    /// <param name="name">The result's name.</param>
    public abstract Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name);

    protected static string Of(Pair pair) => pair.IsSquare ? Numbers.Plain(pair.Height) : $"{Numbers.Plain(pair.Height)} × {Numbers.Plain(pair.Width)}";
}
