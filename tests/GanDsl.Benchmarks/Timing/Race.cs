using System.Diagnostics;

namespace GanDsl.Benchmarks.Timing;

/// <summary>
/// Times two sides in alternating short blocks, so that whatever else the machine does meets both. Only their ratio in one race counts.
/// </summary>
public static class Race
{
    /// <summary>Runs <paramref name="rounds"/> pairs of blocks after <paramref name="warmUps"/> pairs that are not counted.</summary>
    /// <param name="baseline">Takes the number of a step.</param>
    /// <param name="ours">Takes the number of a step.</param>
    /// <param name="stepsABlock">How many steps are timed at once.</param>
    /// <param name="rounds">How many pairs count.</param>
    /// <param name="warmUps">How many pairs come before them.</param>
    public static RaceResult Run(Action<int> baseline, Action<int> ours, int stepsABlock, int rounds, int warmUps = 4)
    {
        var baselineTimes = new List<double>(rounds);
        var oursTimes = new List<double>(rounds);
        for (var round = -warmUps; round < rounds; round++)
        {
            // Who goes first changes every round: a slow spell would otherwise always meet the same side.
            var oursFirst = (round & 1) == 0;
            var first = Time(oursFirst ? ours : baseline, stepsABlock);
            var second = Time(oursFirst ? baseline : ours, stepsABlock);
            if (round < 0) continue;
            oursTimes.Add(oursFirst ? first : second);
            baselineTimes.Add(oursFirst ? second : first);
        }

        return new RaceResult(baselineTimes, oursTimes);
    }

    private static double Time(Action<int> step, int steps)
    {
        // Whoever's garbage it is, it is collected outside the clock.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++) step(i);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / steps;
    }
}
