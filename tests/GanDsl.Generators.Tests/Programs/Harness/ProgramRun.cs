using GanDsl.Generators.Ir;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>What a program made of its leaves.</summary>
/// <param name="Values">Every value's numbers, samples one after another.</param>
/// <param name="Statistics">The running statistics as the program left them.</param>
/// <param name="Effects">The effects in their order, with what they took.</param>
internal sealed record ProgramRun(
    IReadOnlyDictionary<Value, double[]> Values,
    IReadOnlyDictionary<Operation.Statistic, double[]> Statistics,
    IReadOnlyList<(Operation Effect, double[]? Taken)> Effects)
{
    public double[] this[Value value] => Values[value];

    public double[] this[string name] => Values.Single(pair => pair.Key.Name == name).Value;

    /// <summary>The gradient of a parameter.</summary>
    public double[] Gradient(int network, string name) =>
        Taken(effect => effect is Operation.Gradient gradient && gradient.Network == network && gradient.Name == name);

    public double[] Report(string slot) => Taken(effect => effect is Operation.Report report && report.Slot == slot);

    public double[] Result(string name) => Taken(effect => effect is Operation.Result result && result.Name == name);

    private double[] Taken(Func<Operation, bool> wanted) => Effects.Single(effect => wanted(effect.Effect)).Taken!;
}
