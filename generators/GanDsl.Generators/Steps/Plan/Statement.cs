using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>A kind of the step's input or draw.</summary>
internal enum DrawKind
{
    /// <summary>Samples of the data.</summary>
    Reals,

    /// <summary>The one-hot rows of the reals' labels, from which the fakes are made, too.</summary>
    Labels,

    /// <summary>The sources of G's samples, passed with the reals.</summary>
    Sources,

    /// <summary>Noise for G.</summary>
    Latents,

    /// <summary>A number from 0 to 1 for each sample.</summary>
    Shares,

    /// <summary>A number from 0 to 1 for each number of a sample.</summary>
    Noise,

    /// <summary>The draws that change each sample before D sees it.</summary>
    Changes,
}

/// <summary>What a forward pass saves for backward.</summary>
internal enum Saves
{
    /// <summary>Nothing: its output is data.</summary>
    Nothing,

    /// <summary>For a backward that passes through to the input; the parameters are constants.</summary>
    ForInput,

    /// <summary>For a backward to the player's parameters.</summary>
    ForParameters,

    /// <summary>The same in the calls that update G; else nothing.</summary>
    ForParametersWhereGeneratorMoves,
}

/// <summary>One statement of the step. Together they are the step: a backend writes each as it can, and decides nothing about their order.</summary>
/// <param name="Reads">What it reads.</param>
/// <param name="Produces">What it produces.</param>
internal abstract record Statement(IEnumerable<PlanValue> Reads, IEnumerable<PlanValue> Produces)
{
    public sealed override string ToString() => StepPlanText.Of([this]);

    /// <summary>Explains what the next statements do, and why that is exact.</summary>
    /// <param name="Text">Whole sentences.</param>
    public sealed record Section(string Text) : Statement([], []);

    /// <summary>Takes a batch that callers pass or the game draws.</summary>
    /// <param name="Value">The batch.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="InEveryCall">Whether every call has one; else the calls that move G.</param>
    public sealed record Draw(PlanValue Value, DrawKind Kind, bool InEveryCall = true) : Statement([], [Value]);

    /// <summary>A player's forward pass, in training mode.</summary>
    /// <param name="Player">The player.</param>
    /// <param name="Input">The input.</param>
    /// <param name="Condition">The condition, or null.</param>
    /// <param name="Output">The output.</param>
    /// <param name="Heads">The heads' outputs, in order.</param>
    /// <param name="Saves">What it saves.</param>
    /// <param name="Pass">A letter that tells the player's passes apart in the names of inner values.</param>
    public sealed record Forward(
        PlanPlayer Player, PlanValue Input, PlanValue? Condition, PlanValue Output, IReadOnlyList<PlanValue> Heads, Saves Saves, string Pass,
        Slope? Slope = null)
        : Statement(Condition is null ? [Input] : [Input, Condition], Slope is null ? [Output, .. Heads] : [Output, .. Heads, Slope.Squares]);

    /// <summary>Reals above fakes, or the conditions of both.</summary>
    public sealed record Join(PlanValue Output, PlanValue Reals, PlanValue Fakes) : Statement([Reals, Fakes], [Output]);

    /// <summary>The fakes' half of what a joint pass gave.</summary>
    public sealed record FakesOf(PlanValue Output, PlanValue Joint) : Statement([Joint], [Output]);

    /// <summary>Some of each latent's numbers: the code that a term reads back.</summary>
    public sealed record Code(PlanValue Output, PlanValue Latents, int From) : Statement([Latents], [Output]);

    /// <summary>The same numbers as data: no gradient goes to what produced them.</summary>
    /// <param name="Output">The data.</param>
    /// <param name="Input">The input.</param>
    /// <param name="WantsGradient">Whether a backward ends at it.</param>
    public sealed record Detach(PlanValue Output, PlanValue Input, bool WantsGradient = false) : Statement([Input], [Output]);

    /// <summary>Samples as D sees them, changed by draws.</summary>
    public sealed record Augment(PlanValue Output, PlanValue Input, PlanValue Draws) : Statement([Input, Draws], [Output]);

    /// <summary>ε·x + (1 − ε)·G(z), one ε a sample.</summary>
    public sealed record Mix(PlanValue Output, PlanValue Reals, PlanValue Fakes, PlanValue Shares) : Statement([Reals, Fakes, Shares], [Output]);

    /// <summary>x + std·σ·u, one u a number, σ the standard deviation of the batch's numbers.</summary>
    public sealed record Perturb(PlanValue Output, PlanValue Reals, PlanValue Noise, double Std) : Statement([Reals, Noise], [Output]);

    /// <summary>Moves the probability of changes by how many reals D calls real.</summary>
    public sealed record Adapt(Ada Policy, DiscriminatorLogits Logits) : Statement(Logits.Values, []);

    /// <summary>Backward from seeds to parameters, to a value, or to both. Gradients that meet are added.</summary>
    /// <param name="From">The seeds.</param>
    /// <param name="Through">The players it passes through whose parameters are constants, in order.</param>
    /// <param name="Parameters">The players whose parameters get gradients.</param>
    /// <param name="Value">The value that gets a gradient, or null.</param>
    public sealed record Backward(
        IReadOnlyList<Seed> From, IReadOnlyList<PlanPlayer> Through, IReadOnlyList<PlanPlayer> Parameters, PlanValue? Value = null)
        : Statement(From.SelectMany(seed => seed.Reads), []);

    /// <summary>Moves the parameters of all players of a role by their gradients.</summary>
    public sealed record Update(Role Role, IReadOnlyList<PlanPlayer> Players) : Statement([], []);

    /// <summary>What D does in some calls, and in all others.</summary>
    /// <param name="Every">In every how many calls it is due, beginning with the first.</param>
    /// <param name="Why">What is due then.</param>
    /// <param name="Due">What is done in those.</param>
    /// <param name="Otherwise">What is done in the others.</param>
    public sealed record Branch(int Every, string Why, IReadOnlyList<Statement> Due, IReadOnlyList<Statement> Otherwise)
        : Statement(Due.Concat(Otherwise).SelectMany(statement => statement.Reads), []);

    /// <summary>Statements under a name.</summary>
    /// <param name="Name">What they do: <c>UpdateDiscriminator</c>.</param>
    /// <param name="Summary">The same as a sentence.</param>
    /// <param name="Statements">What is done.</param>
    public sealed record Block(string Name, string Summary, IReadOnlyList<Statement> Statements)
        : Statement(Statements.SelectMany(statement => statement.Reads), []);

    /// <summary>Ends the calls that do not move G.</summary>
    public sealed record UnlessGeneratorMoves() : Statement([], []);
}
