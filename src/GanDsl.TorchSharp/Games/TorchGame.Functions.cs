namespace GanDsl.Torch;

/// <content>The functions in losses, in float64 for reports. Errors are relative, 10⁻¹⁵.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>sp(x) = log(1 + eˣ), finite wherever x is.</summary>
    protected static double Softplus(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
    protected static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>√x.</summary>
    protected static double Sqrt(double x) => Math.Sqrt(x);

    /// <summary>eˣ − 1, accurate where eˣ is close to 1.</summary>
    protected static double Expm1(double x)
    {
        // Kahan's formula: the error of u = eˣ cancels.
        var u = Math.Exp(x);
        if (u == 1) return x;
        return u - 1 == -1 || double.IsInfinity(u) ? u - 1 : (u - 1) * (x / Math.Log(u));
    }

    /// <summary>a where the condition is above 0, else b.</summary>
    protected static double Select(double condition, double a, double b) => condition > 0 ? a : b;

    /// <summary>x where it is positive, else the slope times x.</summary>
    protected static double LeakyReLU(double x, double slope) => x > 0 ? x : slope * x;

    private static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }
}
