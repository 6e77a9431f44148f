using GanDsl.Benchmarks.Contenders;
using GanDsl.HandWritten;

namespace GanDsl.Benchmarks.Works;

/// <summary>One game to be raced: the same networks, objective, optimiser and schedule on both sides.</summary>
/// <param name="Name">Stable: it is the key of the JSON.</param>
/// <param name="Batch">How many samples a step sees.</param>
/// <param name="StepsABlock">
/// How many steps are timed at once: enough for the clock, few enough that both sides share the machine's mood; a multiple of k.
/// </param>
/// <param name="Plain">The players of the baseline.</param>
/// <param name="Ours">The generated game on libtorch, from a seed.</param>
/// <param name="OwnKernels">The generated game on our own kernels, from a seed.</param>
public sealed record Work(
    string Name, int Batch, int StepsABlock, Func<PlainPair> Plain, Func<long, IContender> Ours, Func<long, IContender> OwnKernels)
{
    /// <summary>The game that ours is raced against. Both sides reuse the fakes that D has just seen, as common DCGAN code does.</summary>
    public PlainGame Game { get; init; } = new(FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam);

    /// <summary>
    /// Whether the generated game updates both players at once. It is checked against a hand-written game that does so too, and raced against the alternating
    /// one.
    /// </summary>
    public bool Simultaneous { get; init; }

    /// <summary>
    /// Whether it matters that ours takes reals and fakes through D in one pass: spectral norm remembers passes. Raced is what tutorials write, two passes.
    /// </summary>
    public bool Joined { get; init; }

    /// <summary>
    /// How many samples a step sees where both sides are compared: few enough that no input of a ReLU is within rounding of 0 in most batches.
    /// </summary>
    public int CheckedBatch { get; init; } = 8;

    /// <summary>What the generated game must agree with.</summary>
    public PlainGame SameGame => Game with { Simultaneous = Simultaneous, Joined = Joined };

    private static PlainAdam Adam => new(Lr: 2e-4, Beta1: 0.5);
}
