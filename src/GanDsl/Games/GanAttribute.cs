namespace GanDsl;

/// <summary>
/// Declares the game min_G max_D V(G, D) = E_data[log D(x)] + E_z[log(1 − D(G(z)))] between two declared networks.
/// </summary>
/// <remarks>
/// It needs one objective (<see cref="NonSaturatingAttribute"/>, <see cref="MinimaxAttribute"/>, <see cref="WassersteinAttribute"/>) and an optimiser for each
/// player (<see cref="AdamAttribute"/>, <see cref="AdamWAttribute"/>, <see cref="RmsPropAttribute"/>, <see cref="SgdAttribute"/>, with
/// <see cref="LearningRateAttribute"/>, <see cref="ClipGradientAttribute"/>, <see cref="WeightClipAttribute"/> and <see cref="EmaAttribute"/>);
/// <see cref="AlternatingAttribute"/> or <see cref="SimultaneousAttribute"/> sets the schedule, <see cref="R1Attribute"/>, <see cref="R2Attribute"/>,
/// <see cref="GradientPenaltyAttribute"/> and <see cref="DraganAttribute"/> regularise D. G's output shape must be D's input shape.
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

/// <summary>
/// Declares a game over two pairs of networks, inverse to each other: G maps samples of X to Y, and F samples of Y to X, each against its own discriminator.
/// CycleGAN, Zhu et al. 2017, "Unpaired image-to-image translation using cycle-consistent adversarial networks".
/// </summary>
/// <remarks>
/// Reals of X and Y are passed together, <c>gan.Step(reals, sources)</c> with those of Y first, and are unpaired. Every loss is the mean over both pairs: with
/// V_Y the game of G and its discriminator and V_X that of F and its own, D ascends ½·(V_Y + V_X), and so on for every loss and every number of the report.
/// <see cref="CycleConsistencyAttribute"/> ties the pairs; <see cref="IdentityAttribute"/> keeps samples of Y unchanged. Both generators are one player, with
/// one optimiser over all of their parameters; so are both discriminators.
/// <code>
/// [Gan&lt;HorseToZebra, ZebraDiscriminator, ZebraToHorse, HorseDiscriminator&gt;]
/// [LeastSquares, CycleConsistency(weight: 5), Identity(weight: 2.5)]
/// [Adam(2e-4, beta1: 0.5)]
/// public sealed partial class HorsesAndZebras;
/// </code>
/// </remarks>
/// <typeparam name="TGenerator">G, X → Y: a class with <see cref="GeneratorAttribute"/>.</typeparam>
/// <typeparam name="TDiscriminator">The discriminator of Y: a class with <see cref="DiscriminatorAttribute"/>.</typeparam>
/// <typeparam name="TInverseGenerator">F, Y → X: a class with <see cref="GeneratorAttribute"/>.</typeparam>
/// <typeparam name="TInverseDiscriminator">The discriminator of X: a class with <see cref="DiscriminatorAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GanAttribute<TGenerator, TDiscriminator, TInverseGenerator, TInverseDiscriminator> : Attribute
    where TGenerator : class
    where TDiscriminator : class
    where TInverseGenerator : class
    where TInverseDiscriminator : class
{
    /// <summary>The backends to generate code for, among those the project references and all four networks allow.</summary>
    public Backends Backends { get; init; } = Backends.All;
}
