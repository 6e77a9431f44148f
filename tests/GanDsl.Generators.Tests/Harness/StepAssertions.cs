using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>What an edit may do to a tracked step.</summary>
internal static class StepAssertions
{
    /// <summary>The step did not run, or ran to an equal model: nothing behind it runs.</summary>
    public static IncrementalRun AssertUntouched(this IncrementalRun run, params string[] trackingNames) =>
        run.AssertEach(trackingNames, reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, "untouched");

    /// <summary>The step did not even run.</summary>
    public static IncrementalRun AssertCached(this IncrementalRun run, params string[] trackingNames) =>
        run.AssertEach(trackingNames, reason => reason is IncrementalStepRunReason.Cached, "cached");

    /// <summary>The step gave something new for exactly so many of its inputs; the others stayed as they were.</summary>
    public static IncrementalRun AssertModified(this IncrementalRun run, string trackingName, int count = 1)
    {
        var modified = run.Step(trackingName).Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
        Assert.True(modified == count, $"{modified} outputs of {trackingName} changed, not {count}: {Describe(run, trackingName)}");
        return run;
    }

    private static IncrementalRun AssertEach(this IncrementalRun run, string[] trackingNames, Func<IncrementalStepRunReason, bool> holds, string claim)
    {
        foreach (var name in trackingNames)
        {
            Assert.True(run.Step(name).All(output => holds(output.Reason)), $"{name} is not {claim}: {Describe(run, name)}");
        }

        return run;
    }

    private static string Describe(IncrementalRun run, string trackingName) =>
        string.Join('\n', run.Step(trackingName).Select(output => $"{output.Reason}: {output.Value}"));
}
