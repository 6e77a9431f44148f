namespace GanDsl.Training.Tests.Runs;

/// <summary>The time that a run has left.</summary>
public class RunClockTests
{
    [Fact]
    public void WhatNobodyWaitsFor_IsUnknown()
    {
        var clock = AfterAMillisecond();
        Assert.NotNull(clock.Left(1_000));
        Assert.Null(clock.Left(1_000_000_000_000_000));
        Assert.Null(clock.Left(long.MaxValue));
    }

    [Fact]
    public void AfterTheLastStep_NothingIsLeft() => Assert.Equal(TimeSpan.Zero, AfterAMillisecond().Left(-1));

    /// <summary>A run that returns from step 1,000 to 10 has not taken −990 steps, and not one of them in all that time.</summary>
    [Fact]
    public void ARunThatHasGoneBack_IsMeasuredAnew()
    {
        var clock = new RunClock();
        clock.Start(0);
        clock.Tick(1);
        Thread.Sleep(500);
        clock.Tick(1_000);
        clock.GoBack(10);
        clock.Tick(20);
        Assert.InRange(clock.Recent.TotalMilliseconds, 0, 20);
    }

    private static RunClock AfterAMillisecond()
    {
        var clock = new RunClock();
        clock.Start(0);
        Thread.Sleep(1);
        clock.Tick(1);
        return clock;
    }
}
