namespace GanDsl;

/// <summary>Turns samples into numbers that mean something, by which distributions of samples are compared: the last layer but one of a classifier.</summary>
public interface IFeatureExtractor
{
    /// <summary>What it is, for the protocol of a number: <c>Inception-v3, pool3</c>.</summary>
    string Name { get; }

    /// <summary>How many features a sample has.</summary>
    int Size { get; }

    /// <summary>The features of samples, sample by sample.</summary>
    /// <param name="samples">The numbers of a whole count of samples, as games give and take them.</param>
    float[] Extract(ReadOnlySpan<float> samples);
}
