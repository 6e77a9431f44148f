using System.Collections.Concurrent;

namespace GanDsl.Ilgpu.Tests.Contractions;

/// <summary>
/// Random operands of one contraction, and what it makes of them: the plain sum over its definition's terms in double precision, then <see cref="Mixed"/>.
/// Computed once for all devices.
/// </summary>
internal sealed class ContractionOracle
{
    // Of the sum of the terms' magnitudes: the error of adding n floats one by one is below n · 6e-8 of it, and is in practice near the root of n.
    private const double Tolerance = 1e-5;

    private static readonly ConcurrentDictionary<(string Shape, Side Written, int Batch), ContractionOracle> Known = [];

    private readonly Random random = new(1);

    private ContractionOracle(ContractionCase shape, Side written, int batch)
    {
        Small = Draw(shape.Size(Side.Small, batch));
        Large = Draw(shape.Size(Side.Large, batch));
        Weight = Draw(shape.Size(Side.Weight, batch));
        Added = Draw(shape.Size(written, batch));
        Channels = Draw(Math.Max(shape.Small.Channels, shape.Large.Channels));
        Samples = Draw(batch);
        Expected = new double[Added.Length];
        Allowed = new double[Added.Length];

        Action<int, int, int> add = written switch
        {
            Side.Small => (s, l, w) => Add(s, (double)Large[l] * Weight[w]),
            Side.Large => (s, l, w) => Add(l, (double)Small[s] * Weight[w]),
            _ => (s, l, w) => Add(w, (double)Small[s] * Large[l]),
        };
        shape.ForEachTerm(batch, add);
        for (var at = 0; at < Expected.Length; at++)
        {
            var (channel, sample) = shape.Place(written, at);
            var x = Expected[at] + Channels[channel] + Samples[sample];
            Expected[at] = (x > 0 ? x : 0.2 * x) + Added[at];
            Allowed[at] = Tolerance * (Allowed[at] + Math.Abs(Channels[channel]) + Math.Abs(Samples[sample]) + Math.Abs(Added[at]));
        }
    }

    public float[] Small { get; }

    public float[] Large { get; }

    public float[] Weight { get; }

    public float[] Added { get; }

    public float[] Channels { get; }

    public float[] Samples { get; }

    public double[] Expected { get; }

    /// <summary>How far a result may be from <see cref="Expected"/>.</summary>
    public double[] Allowed { get; }

    public static ContractionOracle Of(ContractionCase shape, Side written, int batch) =>
        Known.GetOrAdd((shape.Name, written, batch), _ => new ContractionOracle(shape, written, batch));

    private void Add(int at, double product)
    {
        Expected[at] += product;
        Allowed[at] += Math.Abs(product);
    }

    private float[] Draw(int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = (random.NextSingle() * 2) - 1;
        return values;
    }
}
