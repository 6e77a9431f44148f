using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Layers;

/// <summary>A layer that reads an activation by its name.</summary>
internal interface IReadsTap
{
    /// <summary>The name.</summary>
    string TapName { get; }
}

/// <summary>A layer of two activations: the one before it, and a named one.</summary>
internal abstract record Junction(string TapName) : Layer, IReadsTap
{
    public override string Description => $"{Name}(\"{TapName}\")";

    /// <summary>The output's shape, or why there is none.</summary>
    public abstract Fit Fit(Shape input, Shape tapped);

    /// <summary>The layer as operations of a program.</summary>
    public abstract Value Lower(Lowering at, Value input, Value tapped);

    public sealed override Fit Fit(Shape input) => throw Alone();

    public sealed override Value Lower(Lowering at, Value input) => throw Alone();

    /// <summary>The error where the activation named label is not the labels but a tap of that name; or null.</summary>
    protected static Fit? OfLabels(Shape tapped) => tapped.Rank == 1 ? null
        : new Fit.Fails(LayerRules.Junction, $"it reads {InputNames.Label} as rows (N, classes), but that is {tapped} here; give that tap another name");

    /// <summary>The error where two shapes differ; or null.</summary>
    protected Fit Same(Shape input, Shape tapped, string what)
    {
        if (input == tapped) return new Fit.Gives(input);
        return Fails(LayerRules.Junction, input.Rank != tapped.Rank
            ? $"it {what} {TapName}, {tapped}, element by element, but they have {Text.Numbers.Plain(input.Rank)} and {Text.Numbers.Plain(tapped.Rank)} "
                + "dimensions besides the batch; put [Flatten] or [Reshape] before one of them"
            : $"it {what} {TapName}, {tapped}, element by element, but {Difference(input, tapped)}; make both of one shape, or join them with [Concat]");
    }

    /// <summary>The first dimension from <paramref name="first"/> on in which two shapes of one rank differ: <c>their heights are 7 and 14</c>.</summary>
    protected static string Difference(Shape input, Shape tapped, int first = 0)
    {
        var at = first;
        while (input.Dimensions[at] == tapped.Dimensions[at]) at++;
        var side = (input.Rank, at) switch
        {
            (1, _) => "features",
            (_, 0) => "channels",
            (2, 1) => "lengths",
            (3, 1) => "heights",
            (3, 2) => "widths",
            _ => $"sizes in dimension {Text.Numbers.Plain(at + 1)}",
        };
        return $"their {side} are {Text.Numbers.Plain(input.Dimensions[at])} and {Text.Numbers.Plain(tapped.Dimensions[at])}";
    }

    private InvalidOperationException Alone() => new($"{Name} takes two activations.");
}
