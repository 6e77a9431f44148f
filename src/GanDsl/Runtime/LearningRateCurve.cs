namespace GanDsl;

/// <summary>The learning rate of each move, as <see cref="LearningRateAttribute"/> says.</summary>
/// <param name="Lr">The optimiser's learning rate.</param>
/// <param name="Decay">How it decays after the warm-up.</param>
/// <param name="Steps">Over how many moves.</param>
/// <param name="EndFactor">The share that is left at the end.</param>
/// <param name="WarmUp">For how many moves it rises first.</param>
public readonly record struct LearningRateCurve(double Lr, Decay Decay = Decay.Constant, long Steps = 0, double EndFactor = 0, long WarmUp = 0)
{
    /// <summary>The learning rate of a move, 1 for the first.</summary>
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
