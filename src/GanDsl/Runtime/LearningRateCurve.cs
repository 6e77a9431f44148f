namespace GanDsl;

/// <summary>The learning rate of each update, as declared by <see cref="LearningRateAttribute"/>.</summary>
/// <param name="Lr">The optimiser's learning rate.</param>
/// <param name="Decay">How it decays after the warm-up.</param>
/// <param name="Steps">The number of updates over which it decays.</param>
/// <param name="EndFactor">The fraction at the end.</param>
/// <param name="WarmUp">The number of updates of warm-up.</param>
public readonly record struct LearningRateCurve(double Lr, Decay Decay = Decay.Constant, long Steps = 0, double EndFactor = 0, long WarmUp = 0)
{
    /// <summary>The learning rate of an update, 1 for the first.</summary>
    public double At(long update)
    {
        if (update <= WarmUp) return Lr * update / (WarmUp + 1);

        var share = (double)Math.Min(update - 1 - WarmUp, Steps) / Math.Max(Steps, 1);
        return Decay switch
        {
            Decay.Linear => Lr * (1 + ((EndFactor - 1) * share)),
            Decay.Cosine => Lr * (EndFactor + ((1 - EndFactor) * (1 + Math.Cos(Math.PI * share)) / 2)),
            _ => Lr,
        };
    }
}
