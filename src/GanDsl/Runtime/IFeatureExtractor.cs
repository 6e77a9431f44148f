namespace GanDsl;

/// <summary>Maps samples to features, by which distributions of samples are compared: usually a classifier's last hidden layer.</summary>
public interface IFeatureExtractor
{
    /// <summary>Its name, for the protocol of a metric: <c>Inception-v3, pool3</c>.</summary>
    string Name { get; }

    /// <summary>How many features a sample has.</summary>
    int Size { get; }

    /// <summary>The features of samples, sample by sample.</summary>
    /// <param name="samples">The numbers of a whole number of samples, as games return and take them.</param>
    float[] Extract(ReadOnlySpan<float> samples);
}
