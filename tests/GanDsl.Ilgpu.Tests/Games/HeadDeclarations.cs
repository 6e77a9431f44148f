namespace GanDsl.Ilgpu.Tests.Games;

// Games of D's with several heads for both backends.

[Discriminator(2)]
[Dense(9), Tanh, Tap("features")]
[Dense(4), Head("class")]
[From("features"), Dense(1)]
internal sealed partial class HeadClassifier;

[Generator(latent: 9)]
[Dense(17), Tanh, Dense(2)]
internal sealed partial class CodeGenerator;

[Discriminator(2)]
[Dense(9), Tanh, Tap("features")]
[Dense(3), Head("code")]
[From("features"), Dense(4), Head("style")]
[From("features"), Dense(1)]
internal sealed partial class CodeReader;

[Discriminator(2)]
[Dense(9), Tanh, Dense(8, bias: false), BatchNorm(eps: 1e-2), Tanh, Tap("features")]
[Dense(3), Head("code")]
[From("features"), Dense(4), Head("style")]
[From("features"), Dense(1)]
internal sealed partial class NormalisedCodeReader;

[Gan<ClassGenerator, HeadClassifier>]
[NonSaturating, AuxiliaryClassifier("class", weight: 0.7), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AcGame;

[Gan<ClassGenerator, HeadClassifier>]
[NonSaturating, AuxiliaryClassifier("class"), R1(gamma: 2, every: 3), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2, freshNoise: false)]
internal sealed partial class AcLazyR1Game;

[Gan<CodeGenerator, CodeReader>]
[NonSaturating, MutualInformation("code"), MutualInformation("style", weight: 0.1, Code.Gaussian), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class InfoGame;

[Gan<CodeGenerator, NormalisedCodeReader>]
[NonSaturating, MutualInformation("code"), MutualInformation("style", weight: 0.1, Code.Gaussian), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class NormalisedInfoGame;
