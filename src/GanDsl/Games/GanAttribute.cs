namespace GanDsl;

/// <summary>
/// Declares the game min_G max_D V(G, D) = E_data[log D(x)] + E_z[log(1 − D(G(z)))] between two declared networks.
/// </summary>
/// <remarks>
/// It wants one objective (<see cref="NonSaturatingAttribute"/>, <see cref="MinimaxAttribute"/>, <see cref="WassersteinAttribute"/>) and an optimiser for each player
/// (<see cref="AdamAttribute"/>, <see cref="AdamWAttribute"/>, <see cref="RmsPropAttribute"/>, <see cref="SgdAttribute"/>, with <see cref="LearningRateAttribute"/>, <see cref="ClipGradientAttribute"/>,
/// <see cref="WeightClipAttribute"/> and <see cref="EmaAttribute"/> beside them); <see cref="AlternatingAttribute"/> or <see cref="SimultaneousAttribute"/> sets the schedule, <see cref="R1Attribute"/>,
/// <see cref="R2Attribute"/>, <see cref="GradientPenaltyAttribute"/> and <see cref="DraganAttribute"/> regularise D. G's output shape must be D's input shape.
/// <code>
/// [Gan&lt;ClothingGenerator, ClothingDiscriminator&gt;]
/// [NonSaturating]
/// [Adam(2e-4, beta1: 0.5)]
/// public sealed partial class ClothingGan;
/// </code>
/// </remarks>
/// <typeparam name="TGenerator">A class with <see cref="GeneratorAttribute"/>.</typeparam>
/// <typeparam name="TDiscriminator">A class with <see cref="DiscriminatorAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GanAttribute<TGenerator, TDiscriminator> : Attribute
    where TGenerator : class
    where TDiscriminator : class
{
    /// <summary>The backends to generate code for, among those the project references and both networks allow.</summary>
    public Backends Backends { get; init; } = Backends.All;
}
