using GanDsl.Processors;

namespace GanDsl.Tests.Torch.Processors;

/// <summary>What is read from what dotnet test prints.</summary>
public class TestCountsTests
{
    [Fact]
    public void ARunWithoutRed()
    {
        var counts = TestCounts.Parse("""
            Starting test execution, please wait...

            Passed!  - Failed:     0, Passed:   450, Skipped:     2, Total:   452, Duration: 41 s - GanDsl.TorchSharp.Tests.dll (net10.0)
            """)!;
        Assert.Equal((450, 0, 2), (counts.Passed, counts.Failed, counts.Skipped));
        Assert.Empty(counts.Red);
    }

    [Fact]
    public void ARedRun_NamesItsTests()
    {
        var counts = TestCounts.Parse("""
            [xUnit.net 00:00:01.13]     GanDsl.Tests.Torch.Games.AdaTests.TenSteps_FromTheSameStart_AreThoseOfPlainTorchSharp(name: "Patches") [FAIL]
              Failed GanDsl.Tests.Torch.Games.AdaTests.TenSteps_FromTheSameStart_AreThoseOfPlainTorchSharp(name: "Patches") [1 s]
              Error Message:
               step 1, D.2.weight: 0.24

            Failed!  - Failed:     1, Passed:     5, Skipped:     0, Total:     6, Duration: 3 s - GanDsl.TorchSharp.Tests.dll (net10.0)
            """)!;
        Assert.Equal((5, 1), (counts.Passed, counts.Failed));
        Assert.Equal(["GanDsl.Tests.Torch.Games.AdaTests.TenSteps_FromTheSameStart_AreThoseOfPlainTorchSharp(name: \"Patches\")"], counts.Red);
    }

    [Theory]
    [InlineData("No test matches the given testcase filter `Category=Parity` in GanDsl.TorchSharp.Tests.dll\n")]
    [InlineData("Passed!  - Failed:     0, Passed:     4, Skipped:     0, Total:     4, Duration: 12 s - x.dll (net10.0)\nTest Run Aborted.\n")]
    public void ARunThatFoundNothing_OrCrashed_IsNone(string printed) => Assert.Null(TestCounts.Parse(printed));
}
