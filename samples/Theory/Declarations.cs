using GanDsl;

namespace Theory;

// x = w·z + b: it maps N(0, 1) to N(b, w²), so p_g is known.
[Generator(latent: 1)]
[Dense(1)]
public sealed partial class AffineGenerator;

[Generator(latent: 1)]
[Dense(32), Tanh]
[Dense(32), Tanh]
[Dense(1)]
public sealed partial class CurveGenerator;

[Discriminator(1)]
[Dense(64), Tanh]
[Dense(64), Tanh]
[Dense(1)]
public sealed partial class PointDiscriminator;

// k as large as possible: G is never updated, and D converges to its best answer.
[Gan<AffineGenerator, PointDiscriminator>]
[Minimax]
[Adam(2e-3)]
[Alternating(discriminatorSteps: int.MaxValue)]
public sealed partial class StillGame;

// D has time to converge, and G's updates are small: V stays near its maximum, and G's descent is one of the divergence.
[Gan<CurveGenerator, PointDiscriminator>]
[Minimax]
[Adam(2e-3, player: Player.Discriminator)]
[Adam(1e-3, beta1: 0.5, player: Player.Generator)]
[Alternating(discriminatorSteps: 10)]
public sealed partial class PatientGame;

// The same, except that G's steps are 50 times as large.
[Gan<CurveGenerator, PointDiscriminator>]
[Minimax]
[Adam(2e-3, player: Player.Discriminator)]
[Adam(5e-2, beta1: 0.5, player: Player.Generator)]
[Alternating(discriminatorSteps: 10)]
public sealed partial class HastyGame;
