namespace GanDsl.Tests.Torch.Games;

/// <summary>Games of D's with several heads on points of the plane; <see cref="HeadPlayers"/> has the same by hand.</summary>
internal static partial class HeadPoints
{
    [Generator(latent: 4, Classes = 3)]
    [From("label"), Embedding(4), Concat("latent")]
    [Dense(16), Tanh, Dense(2)]
    internal sealed partial class ClassGenerator;

    [Discriminator(2)]
    [Dense(16), Tanh, Tap("features")]
    [Dense(3), Head("class")]
    [From("features"), Dense(1)]
    internal sealed partial class Classifier;

    [Generator(latent: 9)]
    [Dense(16), Tanh, Dense(2)]
    internal sealed partial class CodeGenerator;

    [Discriminator(2)]
    [Dense(16), Tanh, Tap("features")]
    [Dense(3), Head("code")]
    [From("features"), Dense(4), Head("style")]
    [From("features"), Dense(1)]
    internal sealed partial class Reader;

    [Discriminator(2)]
    [Dense(16), Tanh, Dense(16, bias: false), BatchNorm(eps: 1e-2), Tanh, Tap("features")]
    [Dense(3), Head("code")]
    [From("features"), Dense(4), Head("style")]
    [From("features"), Dense(1)]
    internal sealed partial class NormalisedReader;

    [Gan<ClassGenerator, Classifier>]
    [NonSaturating, AuxiliaryClassifier("class", weight: 0.7)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class AcGan;

    [Gan<ClassGenerator, Classifier>]
    [NonSaturating, AuxiliaryClassifier("class"), R1(gamma: 2)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2, freshNoise: false)]
    internal sealed partial class AcGanWithR1;

    [Gan<ClassGenerator, Classifier>]
    [NonSaturating, AuxiliaryClassifier("class"), R1(gamma: 2, every: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class AcGanWithLazyR1;

    [Gan<CodeGenerator, Reader>]
    [NonSaturating, MutualInformation("code"), MutualInformation("style", weight: 0.1, Code.Gaussian)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class InfoGan;

    [Gan<CodeGenerator, Reader>]
    [NonSaturating, MutualInformation("code"), MutualInformation("style", weight: 0.1, Code.Gaussian), R1(gamma: 2, every: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
    internal sealed partial class InfoGanWithLazyR1;

    [Gan<CodeGenerator, NormalisedReader>]
    [NonSaturating, MutualInformation("code"), MutualInformation("style", weight: 0.1, Code.Gaussian)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class NormalisedInfoGan;

    // Heads that no term looks at; what a pass gives of them is released all the same.
#pragma warning disable GAN0378
    [Gan<CodeGenerator, Reader>]
    [NonSaturating, MutualInformation("code"), R1(gamma: 2, every: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2)]
    internal sealed partial class OneOfTwoHeads;

    [Gan<CodeGenerator, NormalisedReader>]
    [NonSaturating, Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class NoAuxiliaryLosses;

    [Gan<CodeGenerator, Reader>]
    [NonSaturating, Simultaneous, Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class NoAuxiliaryLossesAtOnce;
#pragma warning restore GAN0378
}
