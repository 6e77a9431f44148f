namespace GanDsl;

/// <summary>
/// The schedule of Goodfellow et al. 2014, Algorithm 1, and the default: <c>discriminatorSteps</c> ascents of D, each on a fresh batch, then one descent of G.
/// </summary>
/// <remarks>
/// Every call of <c>Step</c> takes one batch of reals and updates D once; every <c>discriminatorSteps</c>-th call updates G too.
/// </remarks>
/// <param name="discriminatorSteps">k, the number of D's updates per update of G; at least 1.</param>
/// <param name="freshNoise">
/// Whether G's descent draws new latents, as in Algorithm 1. False reuses the fakes that D has just seen, with the updated D, as common DCGAN code does; it
/// saves one pass of G.
/// </param>
public sealed class AlternatingAttribute(int discriminatorSteps = 1, bool freshNoise = true) : ScheduleAttribute
{
    /// <summary>k, the number of D's updates per update of G.</summary>
    public int DiscriminatorSteps { get; } = discriminatorSteps;

    /// <summary>Whether G's descent draws new latents.</summary>
    public bool FreshNoise { get; } = freshNoise;
}
