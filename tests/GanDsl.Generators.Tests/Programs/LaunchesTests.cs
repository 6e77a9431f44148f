using System.Runtime.CompilerServices;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Tests.Programs.Harness;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>Which operations our own kernels compute: all, and each in a game or a network that the suite runs on them.</summary>
public class LaunchesTests
{
    private static readonly Type[] Operations = [.. typeof(Operation).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Operation)))];

    // Operations that are several kernels, by what chooses between them.
    private static readonly Dictionary<Type, string[]> Kinds = new()
    {
        [typeof(Operation.Contract)] = ["Linear", "LinearTranspose", "LinearWeight", "Conv2d", "ConvTranspose2d", "Conv2dWeight"],
        [typeof(Operation.Reduce)] = Enum.GetNames<Over>(),

        // Uniform numbers do not belong to a layer: a game draws them before its step.
        [typeof(Operation.Draw)] = [nameof(Distribution.Normal), nameof(Distribution.Bernoulli)],
        [typeof(Operation.Moments)] = ["with running statistics", "alone"],
        [typeof(Operation.Permute)] = ["of a weight", "of samples"],
        [typeof(Operation.Shift)] = ["forth", "back"],
        [typeof(Operation.Warp)] = ["forth", "back"],
    };

    private static readonly Lazy<IReadOnlyList<MemoryPlan>> Played = new(PlayedGames.Plans);

    public static TheoryData<string, string> Arms
    {
        get
        {
            var arms = new TheoryData<string, string>();
            foreach (var type in Launches.Launched)
            {
                foreach (var kind in Kinds.GetValueOrDefault(type, [""])) arms.Add(type.Name, kind);
            }

            return arms;
        }
    }

    [Fact]
    public void EveryOperation_IsLaunched_OrNeedsNoLaunch()
    {
        Assert.All(Operations, type => Assert.True(Launches.IsSupported(type), $"There is no kernel for {type.Name}."));
        var launched = Operations.Where(
            type => Empty(type) is Operation.Draw or ({ IsLeaf: false, IsEffect: false } and not (Operation.Reshape or Operation.Half)));
        Assert.Equal(Names(launched), Names(Launches.Launched));
    }

    /// <summary>One that tests of our own kernels make: they hold it against libtorch, or against numbers.</summary>
    [Theory]
    [MemberData(nameof(Arms))]
    public void EveryArm_IsInAGameOrANetworkThatIsRun(string operation, string kind)
    {
        Assert.True(
            Played.Value.Any(plan => plan.Program.Nodes.Any(IsIt(plan))),
            $"No game or network that tests of our own kernels make has {operation} {kind}: add one, and hold it against libtorch.");

        Func<Node, bool> IsIt(MemoryPlan plan) => node => node.Operation.GetType().Name == operation && KindOf(node) == kind && !IsInPlace(plan, node);
    }

    [Fact]
    public void EveryNodeOfThem_IsALaunch_OrNeedsNone()
    {
        foreach (var plan in Played.Value)
        {
            var launches = new Launches(new Strategies(), new Addresses(plan, inGame: true));
            foreach (var node in plan.Program.Nodes)
            {
                var before = launches.Count;
                launches.Add(node);
                var isLaunch = Launches.Launched.Contains(node.Operation.GetType()) && !IsInPlace(plan, node);
                Assert.True(isLaunch == launches.Count > before, $"{launches.Count - before} launches for {ProgramText.Of(node)}");
            }
        }
    }

    private static string KindOf(Node node) => node.Operation switch
    {
        Operation.Contract contract => contract.Form.Name(contract.Gives),
        Operation.Reduce reduce => reduce.Over.ToString(),
        Operation.Draw draw => draw.Distribution.ToString(),
        Operation.Moments moments => moments.RunningMean is null ? "alone" : "with running statistics",
        Operation.Permute permute => permute.IsTranspose && node.Outputs[0].Extent.Dimensions.Count == 2 ? "of a weight" : "of samples",
        Operation.Shift shift => shift.IsAdjoint ? "back" : "forth",
        Operation.Warp warp => warp.IsAdjoint ? "back" : "forth",
        _ => "",
    };

    // Two values that were written where they are one.
    private static bool IsInPlace(MemoryPlan plan, Node node) =>
        node.Operation is Operation.Join && plan.Placements[node.Outputs[0]] == plan.Placements[node.Inputs[0]];

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);

    private static Operation Empty(Type type) => (Operation)RuntimeHelpers.GetUninitializedObject(type);
}
