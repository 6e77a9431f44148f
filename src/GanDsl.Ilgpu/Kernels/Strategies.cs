namespace GanDsl.Ilgpu.Kernels;

// What generated structs tell kernels. ILGPU inlines these members and folds the constants.

/// <summary>Applied to a contraction's sum before it is stored: bias, activation, another addend.</summary>
public interface IEpilogue
{
    /// <summary>The number to store.</summary>
    static abstract float Apply(float sum, Place at, Operands operands);
}

/// <summary>Stores sums as they are.</summary>
public readonly struct Plain : IEpilogue
{
    /// <inheritdoc/>
    public static float Apply(float sum, Place at, Operands operands) => sum;
}

/// <summary>An elementwise expression.</summary>
public interface IMap
{
    /// <summary>The element at a place.</summary>
    static abstract float Apply(Place at, Operands operands);
}

/// <summary>The shape of a value (batch, channels, pixels); a flat sample has one pixel.</summary>
public interface IExtent
{
    /// <summary>The channels of a sample.</summary>
    static abstract int Channels { get; }

    /// <summary>The pixels of a channel.</summary>
    static abstract int Pixels { get; }
}

/// <summary>The terms of up to four sums over the same value, evaluated together.</summary>
public interface ITerms
{
    /// <summary>How many sums there are, 1 to 4.</summary>
    static abstract int Count { get; }

    /// <summary>The terms at a place; those beyond <see cref="Count"/> are not used.</summary>
    static abstract Sums Apply(Place at, Operands operands);
}

/// <summary>Up to four numbers.</summary>
public readonly struct Sums(float first, float second = 0, float third = 0, float fourth = 0)
{
    /// <summary>The first number.</summary>
    public float First { get; } = first;

    /// <summary>The second number.</summary>
    public float Second { get; } = second;

    /// <summary>The third number.</summary>
    public float Third { get; } = third;

    /// <summary>The fourth number.</summary>
    public float Fourth { get; } = fourth;
}

/// <summary>
/// The trilinear form behind a dense layer: Σ small[n, o] · large[n, i] · weight[o, i]. Each of its three operands is a contraction of the other two.
/// </summary>
public interface ILinear
{
    /// <summary>i, the features of the large side: a layer's input.</summary>
    static abstract int Inputs { get; }

    /// <summary>o, the features of the small side: a layer's output.</summary>
    static abstract int Outputs { get; }
}

/// <summary>
/// The trilinear form behind convolutions: Σ small[n, s, y, x] · large[n, l, y·stride − padding + i·dilation, …] · weight[s, l, i, j], l within s's group.
/// Conv2d goes from large to small, ConvTranspose2d from small to large; each one's gradient is the other, and the weight's gradient is the third contraction.
/// </summary>
public interface IConvolution
{
    /// <summary>Channels of the large picture: a Conv2d's input, a ConvTranspose2d's output.</summary>
    static abstract int LargeChannels { get; }

    /// <summary>Height of the large picture.</summary>
    static abstract int LargeHeight { get; }

    /// <summary>Width of the large picture.</summary>
    static abstract int LargeWidth { get; }

    /// <summary>Channels of the small picture.</summary>
    static abstract int SmallChannels { get; }

    /// <summary>Height of the small picture.</summary>
    static abstract int SmallHeight { get; }

    /// <summary>Width of the small picture.</summary>
    static abstract int SmallWidth { get; }

    /// <summary>Rows of the kernel.</summary>
    static abstract int KernelHeight { get; }

    /// <summary>Columns of the kernel.</summary>
    static abstract int KernelWidth { get; }

    /// <summary>Step between rows.</summary>
    static abstract int StrideHeight { get; }

    /// <summary>Step between columns.</summary>
    static abstract int StrideWidth { get; }

    /// <summary>Zero rows above and below.</summary>
    static abstract int PaddingHeight { get; }

    /// <summary>Zero columns at both sides.</summary>
    static abstract int PaddingWidth { get; }

    /// <summary>Rows between taps.</summary>
    static abstract int DilationHeight { get; }

    /// <summary>Columns between taps.</summary>
    static abstract int DilationWidth { get; }

    /// <summary>Groups that channels are split into.</summary>
    static abstract int Groups { get; }
}
