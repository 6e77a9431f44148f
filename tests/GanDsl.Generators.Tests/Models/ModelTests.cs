using System.Runtime.CompilerServices;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Models;

/// <summary>What goes down the pipeline keeps no compilation alive and is equal to itself after an edit that changes nothing.</summary>
public class ModelTests
{
    // What is made of models and forgotten within one transformation, and may hold what suits it. A model that held such a record would fail for what
    // that holds.
    private static readonly string[] Apart =
        ["GanDsl.Generators.Ir", "GanDsl.Generators.Programs", "GanDsl.Generators.Steps.Plan", "GanDsl.Generators.Backends.Ilgpu"];

    private static readonly string[] RoomsOfRecords = [.. ModelShape.Records().Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Rooms => [.. RoomsOfRecords.Except(Apart)];

    [Fact]
    public void RoomsThatHoldNoModels_AreThere_AndHoldRecords() => Assert.Superset(Apart.ToHashSet(), RoomsOfRecords.ToHashSet());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void NoRecord_HoldsARoslynType_OrAnythingThatDoesNotCompareByValue(string room) =>
        Assert.Empty(ModelShape.Problems(ModelShape.Records().Where(type => type.Namespace == room)));

    [Fact]
    public void NoObjectOfARealRun_LeadsToARoslynType()
    {
        var outputs = OurOutputs(Generation.Of(Examples.Dcgan28()));

        Assert.NotEmpty(outputs);
        Assert.All(outputs, ModelShape.AssertHoldsNoRoslynTypes);
    }

    [Fact]
    public void TheSameDeclarations_GiveEqualModels_WithEqualHashes()
    {
        var first = OurOutputs(Generation.Of(Examples.Dcgan64(3)));
        var second = OurOutputs(Generation.Of(Examples.Dcgan64(3)));

        Assert.Equal(first, second);
        Assert.Equal(first.Select(model => model.GetHashCode()), second.Select(model => model.GetHashCode()));
        Assert.NotEqual(first, OurOutputs(Generation.Of(Examples.Dcgan64(1))));
    }

    [Fact]
    public void AnOldCompilation_IsNotKeptAlive()
    {
        var (old, run) = EditOnce();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(old.TryGetTarget(out _), "The compilation before the edit is still reachable from the driver.");
        GC.KeepAlive(run);
    }

    // On its own, so that no variable of the test keeps what the driver should not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference<Compilation> Old, IncrementalRun Run) EditOnce()
    {
        var run = IncrementalRun.Of(Examples.Dcgan28());
        return (new WeakReference<Compilation>(run.Compilation), run.Edit("Dense(1)", "Dense(1), LeakyReLU") with { Before = null });
    }

    /// <summary>What the generator's own steps gave; the compiler's steps hold syntax, as they must.</summary>
    private static List<object> OurOutputs(Generation generation) =>
    [
        .. from name in new[]
        {
            TrackingNames.Target, TrackingNames.Networks, TrackingNames.Gans, TrackingNames.NetworkFiles, TrackingNames.GanFiles, TrackingNames.Shapes
        }
           from run in generation.Driver.GetRunResult().Results.Single().TrackedSteps[name]
           from output in run.Outputs
           select output.Value,
    ];
}
