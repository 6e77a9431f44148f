using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Tests.Programs.Harness;

namespace GanDsl.Generators.Tests.Compiling;

/// <summary>The structs that kernels are specialised by: what has one name is one struct, wherever it was named.</summary>
public class KernelStructTests
{
    private static readonly Lazy<IReadOnlyList<IReadOnlyList<Strategy>>> All = new(() => [.. PlayedGames.Plans().Select(Of)]);

    [Fact]
    public void StructsOfOneName_AreEqual()
    {
        Assert.InRange(All.Value.Count, 50, int.MaxValue);
        Assert.All(
            All.Value.SelectMany(structs => structs).Distinct().GroupBy(strategy => strategy.Name, StringComparer.Ordinal),
            named => Assert.True(named.Count() == 1, string.Join("\n", named)));
    }

    /// <summary>Otherwise two kernels would be compiled that compute the same.</summary>
    [Fact]
    public void EqualStructs_HaveOneName() => Assert.All(
        All.Value.SelectMany(structs => structs).Distinct().GroupBy(strategy => (strategy.Interface, strategy.Members)),
        equal => Assert.True(equal.Count() == 1, string.Join("\n", equal)));

    private static IReadOnlyList<Strategy> Of(MemoryPlan plan)
    {
        var strategies = new Strategies();
        var launches = new Launches(strategies, new Addresses(plan, inGame: true));
        foreach (var node in plan.Program.Nodes) launches.Add(node);
        return [.. strategies.All];
    }
}
