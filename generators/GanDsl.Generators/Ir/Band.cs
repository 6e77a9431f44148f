using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>A matrix that makes the pixels of one direction of those of another picture, whose entries are near a diagonal. Its transpose is one, too.</summary>
/// <param name="Inputs">Pixels that are read.</param>
/// <param name="Outputs">Pixels that are made.</param>
internal abstract record Band(int Inputs, int Outputs)
{
    /// <summary>The matrix that goes back.</summary>
    public abstract Band Transposed { get; }

    /// <summary>
    /// A filter over pixels with zeros between them: output o is Σ taps[k] · x̂[o·down + k − before], where x̂[u·up] is input u, and everything else is 0.
    /// </summary>
    /// <param name="Taps">The filter.</param>
    /// <param name="Up">The distance of inputs.</param>
    /// <param name="Down">The distance of outputs.</param>
    /// <param name="Before">How far the filter begins before the first input.</param>
    /// <param name="Inputs">Pixels that are read.</param>
    /// <param name="Outputs">Pixels that are made.</param>
    public sealed record Fir(EquatableArray<double> Taps, int Up, int Down, int Before, int Inputs, int Outputs) : Band(Inputs, Outputs)
    {
        public override Band Transposed => new Fir(Taps.Reverse().ToEquatableArray(), Down, Up, Taps.Count - 1 - Before, Outputs, Inputs);

        /// <summary>The same pixels behind so many zeros, or, where negative, without so many.</summary>
        public static Fir Shift(int before, int inputs, int outputs) => new(EquatableArray.Of(1.0), 1, 1, before, inputs, outputs);

        /// <summary>Interpolates linearly between the middles of pixels that become so many each; the first and the last input stand beyond the border.</summary>
        public static Fir Triangle(int scale, int inputs, int outputs)
        {
            var taps = Enumerable.Range(0, (2 * scale) - (scale % 2)).Select(k => 1 - (Math.Abs(k - scale + (scale % 2 == 0 ? 0.5 : 1)) / scale)).ToEquatableArray();
            return new Fir(taps, scale, 1, scale % 2 == 0 ? (scale / 2) - 1 : (scale - 3) / 2, inputs, outputs);
        }

        public override string ToString() => $"[{string.Join(", ", Taps.Select(Numbers.Literal))}] up {Numbers.Plain(Up)} down {Numbers.Plain(Down)} before {Numbers.Plain(Before)}";
    }

    /// <summary>The mean of inputs ⌊oI/O⌋ to ⌈(o + 1)I/O⌉ − 1; or the way back, in which an input's share goes to all that it was the mean of.</summary>
    public sealed record Means(int Inputs, int Outputs, bool IsAdjoint) : Band(Inputs, Outputs)
    {
        public override Band Transposed => new Means(Outputs, Inputs, !IsAdjoint);

        public override string ToString() => IsAdjoint ? "shares" : "means";
    }
}
