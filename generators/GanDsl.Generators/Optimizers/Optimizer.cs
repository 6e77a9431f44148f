using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Optimizers;

/// <summary>A number of an update that is the same for every parameter and changes from update to update, computed on the host in float64.</summary>
/// <param name="Name">Its name in generated code: <c>step_size</c>.</param>
/// <param name="CSharp">C# over <c>lr</c>, the update's learning rate, and <c>step</c>, the number of the update, 1 for the first.</param>
internal sealed record StepNumber(string Name, string CSharp)
{
    public static readonly StepNumber LearningRate = new("lr", "lr");
}

/// <summary>One line of an update: assigns an expression in the current variables to a variable of <see cref="UpdateVariables"/>.</summary>
/// <param name="Variable">The variable's index.</param>
/// <param name="Value">The new value.</param>
internal sealed record Assignment(int Variable, Scalar Value)
{
    public static Assignment Of(Scalar variable, Scalar value) => new(((Scalar.Variable)variable).Index, value);
}

/// <summary>
/// Updates a player: lines of scalar expressions for one parameter, its gradient and the optimiser's state for it. One file per optimiser;
/// <see cref="OptimizerCatalog"/> lists them. Names, defaults and formulas are those of torch.optim.
/// </summary>
internal abstract record Optimizer(double Lr, Player Player)
{
    /// <summary>The attribute's name: <c>Adam</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The optimiser as a person would write it, arguments at their defaults left out: <c>Adam(lr 0.0002, beta1 0.5)</c>.</summary>
    public abstract string Description { get; }

    /// <summary>The state of each parameter, 0 before the first update, by torch.optim's names.</summary>
    public abstract EquatableArray<string> Slots { get; }

    /// <summary>The numbers that change from update to update.</summary>
    public abstract EquatableArray<StepNumber> StepNumbers { get; }

    /// <summary>The update, line by line.</summary>
    public abstract EquatableArray<Assignment> Lines { get; }

    public bool Updates(Player player) => Player == Player.Both || Player == player;

    /// <summary>
    /// The same pace over more updates: StyleGAN2 (Karras et al. 2020, appendix B) updates separately for a lazy penalty, n + 1 times in n calls, and uses
    /// c = n/(n + 1): lr·c and, for optimisers that have them, β₁ᶜ and β₂ᶜ.
    /// </summary>
    public virtual Optimizer Slowed(double c) => this with { Lr = Lr * c };

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() =>
        Limits.NotNegative("lr", Lr) ?? BadOwnArgument()
        ?? (Player is < Player.Both or > Player.Discriminator ? $"player is {Numbers.Plain((int)Player)}; it must be one of Player's" : null);

    protected abstract string? BadOwnArgument();

    protected string Describe(params string?[] arguments) =>
        $"{Name}({string.Join(", ", arguments.Where(argument => argument is not null).Prepend($"lr {Numbers.Literal(Lr)}"))})";

    /// <summary>An argument of the description; null where it is at its default.</summary>
    protected static string? Argument(string name, double value, double @default) => value == @default ? null : $"{name} {Numbers.Literal(value)}";

    /// <summary>A flag of the description; null where it is not set.</summary>
    protected static string? Flag(string name, bool isSet) => isSet ? name : null;

    /// <summary>Lines without those that change nothing.</summary>
    protected static EquatableArray<Assignment> Written(params (Scalar Variable, Scalar Value)[] lines) =>
        lines.Where(line => line.Variable != line.Value).Select(line => Assignment.Of(line.Variable, line.Value)).ToEquatableArray();

    /// <summary>1 − β as people write it, 0.001 and not 0.0010000000000000009 for 0.999: float32 shows no difference.</summary>
    protected static double Rest(double decay) => (double)(1 - (decimal)decay);
}
