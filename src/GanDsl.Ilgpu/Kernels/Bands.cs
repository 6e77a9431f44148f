namespace GanDsl.Ilgpu.Kernels;

/// <summary>A band matrix from the pixels of one direction to those of another picture; nonzero entries of a row are adjacent.</summary>
public interface IBand
{
    /// <summary>The number of pixels read.</summary>
    static abstract int Inputs { get; }

    /// <summary>The number of pixels produced.</summary>
    static abstract int Outputs { get; }

    /// <summary>The first input of an output.</summary>
    static abstract int First(int output);

    /// <summary>The last input of an output; before the first where it has none.</summary>
    static abstract int Last(int output);

    /// <summary>The entry of the matrix.</summary>
    static abstract float Weight(int input, int output);
}

/// <summary>
/// A filter over pixels with zeros between them: output o is Σ tap[k] · x̂[o·down + k − before], where x̂[u·up] is input u, and everything else is 0.
/// </summary>
public interface IFir
{
    /// <summary>The number of pixels read.</summary>
    static abstract int Inputs { get; }

    /// <summary>The number of pixels produced.</summary>
    static abstract int Outputs { get; }

    /// <summary>The distance between inputs.</summary>
    static abstract int Up { get; }

    /// <summary>The distance between outputs.</summary>
    static abstract int Down { get; }

    /// <summary>How far the filter begins before the first input.</summary>
    static abstract int Before { get; }

    /// <summary>How many taps the filter has.</summary>
    static abstract int Taps { get; }

    /// <summary>A tap, 0 to <see cref="Taps"/> − 1.</summary>
    static abstract float Tap(int k);
}

/// <summary>The number of pixels that are averaged, and the number of means.</summary>
public interface ILengths
{
    /// <summary>The number of pixels read.</summary>
    static abstract int Inputs { get; }

    /// <summary>The number of pixels produced.</summary>
    static abstract int Outputs { get; }
}

/// <summary>A filter as a matrix.</summary>
public readonly struct Fir<TFir> : IBand
    where TFir : struct, IFir
{
    /// <inheritdoc/>
    public static int Inputs => TFir.Inputs;

    /// <inheritdoc/>
    public static int Outputs => TFir.Outputs;

    /// <inheritdoc/>
    public static int First(int output)
    {
        // ⌈(o·down − before) / up⌉, but not below 0.
        var begin = (output * TFir.Down) - TFir.Before;
        return begin > 0 ? (begin + TFir.Up - 1) / TFir.Up : 0;
    }

    /// <inheritdoc/>
    public static int Last(int output)
    {
        var end = (output * TFir.Down) - TFir.Before + TFir.Taps - 1;
        var last = Math.Min(end / TFir.Up, TFir.Inputs - 1);
        return end < 0 ? -1 : last;
    }

    /// <inheritdoc/>
    public static float Weight(int input, int output) => TFir.Tap((input * TFir.Up) - (output * TFir.Down) + TFir.Before);
}

/// <summary>Means of inputs ⌊oI/O⌋ to ⌈(o + 1)I/O⌉ − 1. PyTorch equivalent: <c>torch.nn.AdaptiveAvgPool1d</c>.</summary>
public readonly struct Means<TLengths> : IBand
    where TLengths : struct, ILengths
{
    /// <inheritdoc/>
    public static int Inputs => TLengths.Inputs;

    /// <inheritdoc/>
    public static int Outputs => TLengths.Outputs;

    /// <inheritdoc/>
    public static int First(int output) => output * TLengths.Inputs / TLengths.Outputs;

    /// <inheritdoc/>
    public static int Last(int output) => ((((output + 1) * TLengths.Inputs) + TLengths.Outputs - 1) / TLengths.Outputs) - 1;

    /// <inheritdoc/>
    public static float Weight(int input, int output) => 1f / (Last(output) - First(output) + 1);
}

/// <summary>The transpose of <see cref="Means{TLengths}"/> from outputs to inputs: spreads each mean evenly over the pixels that it averages.</summary>
public readonly struct Shares<TLengths> : IBand
    where TLengths : struct, ILengths
{
    /// <inheritdoc/>
    public static int Inputs => TLengths.Inputs;

    /// <inheritdoc/>
    public static int Outputs => TLengths.Outputs;

    /// <inheritdoc/>
    public static int First(int output) => output * TLengths.Inputs / TLengths.Outputs;

    /// <inheritdoc/>
    public static int Last(int output) => ((((output + 1) * TLengths.Inputs) + TLengths.Outputs - 1) / TLengths.Outputs) - 1;

    /// <inheritdoc/>
    public static float Weight(int input, int output)
    {
        // How many pixels the mean averages.
        var first = input * TLengths.Outputs / TLengths.Inputs;
        var last = ((((input + 1) * TLengths.Outputs) + TLengths.Inputs - 1) / TLengths.Inputs) - 1;
        return 1f / (last - first + 1);
    }
}
