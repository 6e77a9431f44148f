using GanDsl;

namespace Theory;

// Ten games that differ only in their divergence. G is fixed, as in StillGame; D's steps decrease towards the end, so that only its capacity limits the result.
[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.KL)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class KLGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.ReverseKL)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class ReverseKLGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.Jeffreys)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class JeffreysGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.PearsonChi2)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class PearsonGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.NeymanChi2)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class NeymanGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.SquaredHellinger)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class HellingerGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.JensenShannon)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class JensenShannonGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.Gan)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class GoodfellowGame;

[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.LeCam)]
[Adam(4e-3), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class LeCamGame;

// Where D is sure, ½·tanh ℓ has no slope: a D that is sure too early keeps one border between reals and fakes where two are best. A little R1 prevents that.
[Gan<AffineGenerator, PointDiscriminator>]
[FDivergence(Divergence.TotalVariation), R1(gamma: 5e-4)]
[Adam(1e-2), LearningRate(Decay.Cosine, steps: Answer.Steps)]
[Alternating(discriminatorSteps: int.MaxValue, freshNoise: false)]
public sealed partial class TotalVariationGame;
