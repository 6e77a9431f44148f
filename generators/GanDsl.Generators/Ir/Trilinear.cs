using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>The operands of a trilinear form.</summary>
internal enum Side
{
    /// <summary>A dense layer's output, a convolution's smaller picture.</summary>
    Small,

    /// <summary>A dense layer's input, a convolution's larger picture.</summary>
    Large,

    /// <summary>The weight.</summary>
    Weight,
}

/// <summary>
/// The sum Σ small · large · weight behind dense layers and convolutions. A contraction takes two sides and produces the third,
/// so the derivatives of a contraction are the form's other two: the set is closed, and no gradient needs its own operation.
/// </summary>
internal abstract record Trilinear
{
    private Trilinear()
    {
    }

    /// <summary>small[n, o] · large[n, i] · weight[o, i].</summary>
    public sealed record Linear(int Inputs, int Outputs) : Trilinear;

    /// <summary>small[n, s, y, x] · large[n, l, y·stride − padding + i·dilation, …] · weight[s, l, i, j], zeros around the large picture.</summary>
    /// <param name="Large">The larger picture.</param>
    /// <param name="Small">The smaller one.</param>
    /// <param name="Window">The window.</param>
    public sealed record Convolution(Shape Large, Shape Small, Window Window) : Trilinear
    {
        /// <summary>Whether the pictures, of height 1, are sequences: values and the weight have no such dimension then.</summary>
        public bool IsSequence { get; init; }

        /// <summary>A convolution of pictures, or of sequences.</summary>
        public static Convolution Of(Shape large, Shape small, Window window) =>
            new(large.AsPicture, small.AsPicture, window) { IsSequence = large.Rank == 2 };
    }

    /// <summary>The extent of a side.</summary>
    public Extent Extent(Side side, int batches) => (this, side) switch
    {
        (Linear(_, var outputs), Side.Small) => new Extent(batches, EquatableArray.Of(outputs)),
        (Linear(var inputs, _), Side.Large) => new Extent(batches, EquatableArray.Of(inputs)),
        (Linear(var inputs, var outputs), _) => Shapes.Extent.Fixed(outputs, inputs),
        (Convolution { IsSequence: true } form, Side.Small) => Shapes.Extent.Of(batches, form.Small.AsSequence),
        (Convolution { IsSequence: true } form, Side.Large) => Shapes.Extent.Of(batches, form.Large.AsSequence),
        (Convolution { IsSequence: true } form, _) =>
            Shapes.Extent.Fixed(form.Small.Channels, form.Large.Channels / form.Window.Groups, form.Window.Kernel.Width),
        (Convolution(_, var small, _), Side.Small) => Shapes.Extent.Of(batches, small),
        (Convolution(var large, _, _), Side.Large) => Shapes.Extent.Of(batches, large),
        (Convolution(var large, var small, var window), _) =>
            Shapes.Extent.Fixed(small.Channels, large.Channels / window.Groups, window.Kernel.Height, window.Kernel.Width),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>What the contraction that gives a side is called, as its kernel is; that of sequences is that of pictures.</summary>
    public string Name(Side gives) => (this, gives) switch
    {
        (Linear, Side.Small) => "Linear",
        (Linear, Side.Large) => "LinearTranspose",
        (Linear, _) => "LinearWeight",
        (_, Side.Small) => "Conv2d",
        (_, Side.Large) => "ConvTranspose2d",
        _ => "Conv2dWeight",
    };

    /// <summary>The sides that a contraction reads, in the order of its inputs.</summary>
    public static (Side First, Side Second) Others(Side gives) => gives switch
    {
        Side.Small => (Side.Large, Side.Weight),
        Side.Large => (Side.Small, Side.Weight),
        _ => (Side.Small, Side.Large),
    };

    public sealed override string ToString() => this switch
    {
        Linear(var inputs, var outputs) => $"{Numbers.Plain(inputs)} → {Numbers.Plain(outputs)}",
        Convolution(_, _, var window) form => $"{window.Describe(form.IsSequence ? 1 : 2).TrimStart(',', ' ')}",
        _ => "",
    };
}
