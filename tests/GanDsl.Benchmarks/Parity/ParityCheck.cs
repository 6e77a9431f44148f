using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Works;
using GanDsl.HandWritten;
using GanDsl.Parity;

namespace GanDsl.Benchmarks.Parity;

/// <summary>
/// Whether a generated game computes what the hand-written one does: who computes something else wins no race. It is the check of the tests
/// (<see cref="StepParity"/>).
/// </summary>
public static class ParityCheck
{
    // G moves twice at least.
    private const int Updates = 2;
    private const int Steps = 3;

    /// <summary>Steps both on batches of <see cref="Work.CheckedBatch"/>.</summary>
    /// <returns>The tensor that is nearest to what is allowed.</returns>
    /// <exception cref="ParityException">They do not compute the same.</exception>
    public static Deviation Run(Work work, IContender ours)
    {
        using var shapes = work.Plain();
        using var source = new DrawSource(work.CheckedBatch, [shapes.Latent], shapes.SampleShape);
        using var parity = new StepParity(new ContenderGame(ours), (_, _) => new PlainGan(work.Plain(), work.SameGame), source.Next, work.CheckedBatch);
        parity.Play(Math.Max(Steps, Updates * work.Game.DiscriminatorSteps));
        return parity.Deviations.MaxBy(deviation => deviation.Share)!;
    }
}
