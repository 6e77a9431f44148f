using MathNet.Numerics.LinearAlgebra;

namespace GanDsl.Training;

/// <summary>
/// The squared Fréchet distance of two normal distributions with the means and covariances of two sets of features: ‖μ − ν‖² + tr(Σ + Τ − 2 (Σ^½ Τ Σ^½)^½).
/// Over Inception-v3's features it is the FID of Heusel et al. 2017. It decreases with the number of samples, so only values of equal counts are comparable.
/// </summary>
public static class FrechetDistance
{
    /// <summary>The distance between two sets of features, at least 0.</summary>
    /// <exception cref="ArgumentException">The sets are not of the same features.</exception>
    public static MetricValue Between(FeatureSet reals, FeatureSet fakes)
    {
        ArgumentNullException.ThrowIfNull(reals);
        ArgumentNullException.ThrowIfNull(fakes);
        var protocol = reals.ProtocolWith(fakes);
        var ((mean, covariance), (otherMean, otherCovariance)) = (Moments(reals), Moments(fakes));
        var root = Root(covariance);
        var between = root * otherCovariance * root;
        var trace = covariance.Trace() + otherCovariance.Trace() - (2 * Eigenvalues(between).Sum(Math.Sqrt));
        return new MetricValue("Fréchet distance", Math.Max(0, Math.Pow((mean - otherMean).L2Norm(), 2) + trace), protocol);
    }

    // The covariance divides by N − 1, as numpy.cov does.
    private static (Vector<double> Mean, Matrix<double> Covariance) Moments(FeatureSet set)
    {
        var rows = Matrix<double>.Build.Dense(set.Count, set.Size, (sample, feature) => set[sample][feature]);
        var mean = rows.ColumnSums() / set.Count;
        for (var sample = 0; sample < set.Count; sample++) rows.SetRow(sample, rows.Row(sample) - mean);
        return (mean, rows.TransposeThisAndMultiply(rows) / (set.Count - 1));
    }

    private static Matrix<double> Root(Matrix<double> covariance)
    {
        var parts = covariance.Evd(Symmetricity.Symmetric);
        var roots = parts.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real)));
        return parts.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(roots) * parts.EigenVectors.Transpose();
    }

    // Rounding makes the product slightly asymmetric, and eigenvalues slightly negative.
    private static IEnumerable<double> Eigenvalues(Matrix<double> product) =>
        ((product + product.Transpose()) / 2).Evd(Symmetricity.Symmetric).EigenValues.Select(value => Math.Max(0, value.Real));
}
