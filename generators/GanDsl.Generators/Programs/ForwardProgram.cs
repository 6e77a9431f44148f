using GanDsl.Generators.Ir;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Programs;

/// <summary>Builds one forward pass of a network.</summary>
internal static class ForwardProgram
{
    public static Program Build(Network network, bool training)
    {
        var builder = new ProgramBuilder();
        var number = network.Declaration.Role == Declarations.Role.Generator ? 0 : 1;
        var input = builder.Input("input", Extent.Of(1, network.Input));
        var condition = network.Condition is { } shape ? builder.Input(network.ConditionName, Extent.Of(1, shape)) : null;
        var (output, heads) = NetworkLowering.ApplyWithHeads(
            builder, network, number, version: 0, training, prefix: "layer", input, condition);
        builder.Do(new Operation.Result("output"), output);
        foreach (var head in heads) builder.Do(new Operation.Result("head"), head);
        return builder.ToProgram();
    }
}
