using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Addresses of values, as C#: a variable where a launch has written the value, else an offset into the one memory of a game or network.</summary>
/// <param name="plan">The plan.</param>
/// <param name="inGame">Whether the code is part of a game, which has several networks, or of a network.</param>
internal sealed class Addresses(MemoryPlan plan, bool inGame)
{
    // What a value's elements are called: a variable, or an expression of one.
    private readonly Dictionary<Value, string> named = [];
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public MemoryPlan Plan => plan;

    /// <summary>Where a launch reads a value.</summary>
    public string Of(Value value)
    {
        if (!named.TryGetValue(value, out var name)) return At(plan.Placements[value]);
        read.Add(name);
        return name;
    }

    /// <summary>Where a launch writes a value.</summary>
    public string To(Value value) => At(plan.Placements[value]);

    /// <summary>Where a node's partial sums go.</summary>
    public string OfScratch(Value value) => At(plan.Scratches[value].Placement);

    public string OfStatistic(Operation.Statistic statistic) => At(new Placement.Statistic(statistic.Network, statistic.Offset));

    /// <summary>Names a value that is written now, and returns the name.</summary>
    public string Name(Value value) => named[value] = Names.Variable(value.Name);

    /// <summary>Whether a launch reads a variable.</summary>
    public bool IsRead(string variable) => read.Contains(variable);

    /// <summary>A value that is another under another shape, or begins so many numbers of each sample behind it.</summary>
    public void Alias(Value value, Value of, long behind)
    {
        if (!named.TryGetValue(of, out var name)) return;
        if (behind > 0) read.Add(name);
        named[value] = behind == 0 ? name : $"{name} + (n * {Numbers.Literal(behind)})";
    }

    /// <summary>The variables that addresses start from.</summary>
    public void WriteBases(CodeWriter writer)
    {
        writer.Line("var workspace = Memory.Workspace;");
        writer.Line($"var samples = workspace{(plan.FixedLength > 0 ? $" + {Numbers.Literal(plan.FixedLength)}" : "")};");
    }

    /// <summary>The offset of a value of samples, times N.</summary>
    public string OffsetOf(Value value) => plan.Placements[value] is Placement.Batch(var offset, var behind)
        ? Numbers.Literal(offset + behind)
        : throw new InvalidOperationException($"{value.Name} does not grow with the batch.");

    private string At(Placement placement) => placement switch
    {
        Placement.Fixed(var offset) => Plus("workspace", offset),
        Placement.Batch(var offset, var behind) => offset + behind == 0 ? "samples" : $"samples + (n * {Numbers.Literal(offset + behind)})",
        Placement.Parameter(var network, var offset) => Plus(inGame ? $"{NetworkNumbers.Member(network)}Parameters" : "Parameters", offset),
        Placement.Statistic(var network, var offset) => Plus(inGame ? $"{NetworkNumbers.Member(network)}Statistics" : "Statistics", offset),
        Placement.Gradient(var network, var offset) => Plus($"{NetworkNumbers.Member(network)}Gradients", offset),
        Placement.Slot(var slot) => $"Slots + {IlgpuCode.Alias}::Slot.{slot}",
        Placement.BatchSize(var reciprocal) => reciprocal ? "BatchShare" : "BatchSize",
        _ => throw new InvalidOperationException($"No address is written for {placement.GetType().Name}."),
    };

    private static string Plus(string start, long offset) => offset == 0 ? start : $"{start} + {Numbers.Literal(offset)}";
}
