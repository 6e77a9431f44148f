using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>A band matrix that maps the pixels of one direction of a picture to those of another. Its transpose is one, too.</summary>
/// <param name="Inputs">The number of pixels read.</param>
/// <param name="Outputs">The number of pixels produced.</param>
internal abstract record Band(int Inputs, int Outputs)
{
    /// <summary>The transpose.</summary>
    public abstract Band Transposed { get; }

    /// <summary>
    /// A filter over pixels with zeros between them: output o is Σ taps[k] · x̂[o·down + k − before], where x̂[u·up] is input u, and everything else is 0.
    /// </summary>
    /// <param name="Taps">The filter.</param>
    /// <param name="Up">The distance between inputs.</param>
    /// <param name="Down">The distance between outputs.</param>
    /// <param name="Before">How far the filter begins before the first input.</param>
    /// <param name="Inputs">The number of pixels read.</param>
    /// <param name="Outputs">The number of pixels produced.</param>
    public sealed record Fir(EquatableArray<double> Taps, int Up, int Down, int Before, int Inputs, int Outputs) : Band(Inputs, Outputs)
    {
        public override Band Transposed => new Fir(Taps.Reverse().ToEquatableArray(), Down, Up, Taps.Count - 1 - Before, Outputs, Inputs);

        /// <summary>The same pixels after that many zeros, or, where negative, without the first ones.</summary>
        public static Fir Shift(int before, int inputs, int outputs) => new(EquatableArray.Of(1.0), 1, 1, before, inputs, outputs);

        /// <summary>
        /// Interpolates linearly between pixel centres, where each pixel becomes that many; the first and the last input extend beyond the border.
        /// </summary>
        public static Fir Triangle(int scale, int inputs, int outputs)
        {
            var taps = Enumerable.Range(0, (2 * scale) - (scale % 2)).Select(k => 1 - (Math.Abs(k - scale + (scale % 2 == 0 ? 0.5 : 1)) / scale))
                .ToEquatableArray();
            return new Fir(taps, scale, 1, scale % 2 == 0 ? (scale / 2) - 1 : (scale - 3) / 2, inputs, outputs);
        }

        public override string ToString() =>
            $"[{string.Join(", ", Taps.Select(Numbers.Literal))}] up {Numbers.Plain(Up)} down {Numbers.Plain(Down)} before {Numbers.Plain(Before)}";
    }

    /// <summary>The mean of inputs ⌊oI/O⌋ to ⌈(o + 1)I/O⌉ − 1; or its adjoint.</summary>
    public sealed record Means(int Inputs, int Outputs, bool IsAdjoint) : Band(Inputs, Outputs)
    {
        public override Band Transposed => new Means(Outputs, Inputs, !IsAdjoint);

        public override string ToString() => IsAdjoint ? "shares" : "means";
    }
}
