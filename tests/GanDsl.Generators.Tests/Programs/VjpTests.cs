using System.Runtime.CompilerServices;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Tests.Programs.Harness;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>Each arm of reverse mode against central differences.</summary>
public class VjpTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var item in VjpCases.All.Values)
            {
                foreach (var batches in item.Batches) data.Add(item.Name, batches);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_AgreesWithCentralDifferences(string name, int batches)
    {
        var builder = new ProgramBuilder();
        var outputs = VjpCases.All[name].Build(builder, batches);

        GradientCheck.AssertAgrees(builder, new Leaves(batch: 2), outputs, Input(builder));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_OfOneInputAlone_IsThatOfAll(string name, int batches)
    {
        var builder = new ProgramBuilder();
        var outputs = VjpCases.All[name].Build(builder, batches);
        var seeds = outputs.Select(output => (output, builder.Input($"{output.Name}Weight", output.Extent))).ToList();
        var wanted = Input(builder);

        var all = Differentiate.Run(builder, seeds, wanted);
        var alone = wanted.Select(value => Differentiate.Run(builder, seeds, [value]).Single()).ToList();

        var run = ProgramInterpreter.Run(builder.ToProgram(), new Leaves(batch: 2));
        Assert.All(all.PairedWith(alone), pair => Assert.Equal(pair.First is null ? null : run[pair.First], pair.Second is null ? null : run[pair.Second]));
    }

    /// <summary>So that no new operation is forgotten: it is a leaf, an effect, or it has cases above.</summary>
    [Fact]
    public void EveryOperation_HasCases_OrHasNothingToDifferentiate()
    {
        var leaves = new[]
        {
            typeof(Operation.Input), typeof(Operation.Parameter), typeof(Operation.Statistic), typeof(Operation.BatchSize), typeof(Operation.Draw),
            typeof(Operation.Remembered)
        };
        var effects = new[]
        {
            typeof(Operation.Gradient), typeof(Operation.Update), typeof(Operation.Branch), typeof(Operation.EndOfBranches), typeof(Operation.Report),
            typeof(Operation.Remember), typeof(Operation.Result)
        };
        var constants = new[] { typeof(Operation.PowerIteration), typeof(Operation.RunningMeans), typeof(Operation.Largest) };
        var covered = VjpCases.All.Values.SelectMany(Nodes).Select(node => node.Operation.GetType()).Except(leaves).Except(constants).ToHashSet();

        var all = typeof(Operation).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Operation))).ToList();

        Assert.Equal(Names(all), Names([.. leaves, .. effects, .. constants, .. covered]));
        Assert.All(leaves, type => Assert.True(Empty(type).IsLeaf));
        Assert.All(effects, type => Assert.True(Empty(type).IsEffect));
        Assert.All(covered, type => Assert.False(Empty(type).IsLeaf || Empty(type).IsEffect));
    }

    private static IReadOnlyList<Node> Nodes(VjpCase item)
    {
        var builder = new ProgramBuilder();
        item.Build(builder, item.Batches[0]);
        return builder.Nodes;
    }

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);

    private static Operation Empty(Type type) => (Operation)RuntimeHelpers.GetUninitializedObject(type);

    private static List<Value> Input(ProgramBuilder builder) =>
        [.. builder.Nodes.Where(node => node.Operation is Operation.Input && !node.Outputs[0].Name.EndsWith("Weight", StringComparison.Ordinal))
            .Select(node => node.Outputs[0])];
}
