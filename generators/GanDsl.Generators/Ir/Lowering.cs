using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Ir;

/// <summary>The context in which a layer is lowered: its program, its parameters and statistics.</summary>
/// <param name="Builder">The program so far.</param>
/// <param name="Training">Whether the layer trains: Dropout drops, BatchNorm takes the batch's statistics, and the running ones follow.</param>
/// <param name="Input">The layer's input shape; for a junction, that of the layer before it.</param>
/// <param name="Output">Its output shape.</param>
internal abstract record Lowering(ProgramBuilder Builder, bool Training, Shape Input, Shape Output)
{
    /// <summary>The name of the layer's value: <c>d3</c>, <c>d3Mean</c>.</summary>
    public abstract string Name(string what = "");

    /// <summary>A parameter of the layer, after its parametrization, or null if it has none of that name.</summary>
    public abstract Value? Parameter(string name);

    /// <summary>A running statistic of the layer: 0 is the mean, 1 the variance.</summary>
    public abstract Operation.Statistic Statistic(int which);

    public Value Read(Operation.Statistic statistic, string name) => Builder.Add(statistic, [], Extent.Fixed(Input.Channels), name);

    /// <summary>A contraction with its bias.</summary>
    public Value Contract(Trilinear form, Side gives, Value input)
    {
        var sum = Builder.Contract(form, gives, input, Parameter("weight")!, Name("Sum"));
        return Parameter("bias") is { } bias
            ? Builder.Map(Scalar.X(0) + Scalar.X(1), sum.Extent, Name("Biased"), (sum, Reading.Full), (bias, Reading.Channel(sum.Extent)))
            : sum;
    }

    /// <summary>A function of each element.</summary>
    public Value Map(Scalar expression, Value input) => Builder.Map(expression, input.Extent, Name(), (input, Reading.Full));
}
