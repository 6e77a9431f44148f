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

/// <summary>One statement of the step. Together they are the step: a backend writes each in its own way, and decides nothing about their order.</summary>
internal abstract record Statement
{
    /// <summary>What it reads.</summary>
    public virtual IEnumerable<PlanValue> Reads => [];

    /// <summary>What it produces.</summary>
    public virtual IEnumerable<PlanValue> Produces => [];

    public sealed override string ToString() => StepPlanText.Of([this]);

    /// <summary>Explains what the next statements do, and why that is exact.</summary>
    /// <param name="Text">Whole sentences.</param>
    public sealed record Section(string Text) : Statement;

    /// <summary>Takes a batch that callers pass or the game draws.</summary>
    /// <param name="Value">The batch.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="InEveryCall">Whether every call needs it; else only the calls that update G.</param>
    public sealed record Draw(PlanValue Value, DrawKind Kind, bool InEveryCall = true) : Statement
    {
        public override IEnumerable<PlanValue> Produces => [Value];
    }

    /// <summary>A player's forward pass, in training mode.</summary>
    /// <param name="Player">The player.</param>
    /// <param name="Input">The input.</param>
    /// <param name="Condition">The condition, or null.</param>
    /// <param name="Output">The output.</param>
    /// <param name="Heads">The heads' outputs, in order.</param>
    /// <param name="Saves">What it saves.</param>
    /// <param name="Pass">A letter that tells the player's passes apart in the names of inner values.</param>
    public sealed record Forward(
        PlanPlayer Player, PlanValue Input, PlanValue? Condition, PlanValue Output, IReadOnlyList<PlanValue> Heads, Saves Saves, string Pass) : Statement
    {
        /// <summary>‖∇ₓ ℓ‖² of each sample x of the input, ℓ the output, itself differentiable; null where nothing needs it.</summary>
        public Slope? Slope { get; init; }

        public override IEnumerable<PlanValue> Reads => Condition is null ? [Input] : [Input, Condition];

        public override IEnumerable<PlanValue> Produces => Slope is null ? [Output, .. Heads] : [Output, .. Heads, Slope.Squares];
    }

    /// <summary>Concatenates reals and fakes, or the conditions of both.</summary>
    public sealed record Join(PlanValue Output, PlanValue Reals, PlanValue Fakes) : Statement
    {
        public override IEnumerable<PlanValue> Reads => [Reals, Fakes];

        public override IEnumerable<PlanValue> Produces => [Output];
    }

    /// <summary>The fakes' half of a joint pass's output.</summary>
    public sealed record FakesOf(PlanValue Output, PlanValue Joint) : Statement
    {
        public override IEnumerable<PlanValue> Reads => [Joint];

        public override IEnumerable<PlanValue> Produces => [Output];
    }

    /// <summary>Some of each latent's numbers: the code that an auxiliary loss predicts.</summary>
    public sealed record Code(PlanValue Output, PlanValue Latents, int From) : Statement
    {
        public override IEnumerable<PlanValue> Reads => [Latents];

        public override IEnumerable<PlanValue> Produces => [Output];
    }

    /// <summary>The same numbers as data: no gradient goes to what produced them.</summary>
    /// <param name="Output">The data.</param>
    /// <param name="Input">The input.</param>
    /// <param name="WantsGradient">Whether a backward ends at it.</param>
    public sealed record Detach(PlanValue Output, PlanValue Input, bool WantsGradient = false) : Statement
    {
        public override IEnumerable<PlanValue> Reads => [Input];

        public override IEnumerable<PlanValue> Produces => [Output];
    }

    /// <summary>Samples as D sees them, changed by draws.</summary>
    public sealed record Augment(PlanValue Output, PlanValue Input, PlanValue Draws) : Statement
    {
        public override IEnumerable<PlanValue> Reads => [Input, Draws];

        public override IEnumerable<PlanValue> Produces => [Output];
    }

    /// <summary>ε·x + (1 − ε)·G(z), one ε per sample.</summary>
    public sealed record Mix(PlanValue Output, PlanValue Reals, PlanValue Fakes, PlanValue Shares) : Statement
    {
        public override IEnumerable<PlanValue> Reads => [Reals, Fakes, Shares];

        public override IEnumerable<PlanValue> Produces => [Output];
    }

    /// <summary>x + std·σ·u, one u per number, σ the standard deviation of the batch's numbers.</summary>
    public sealed record Perturb(PlanValue Output, PlanValue Reals, PlanValue Noise, double Std) : Statement
    {
        public override IEnumerable<PlanValue> Reads => [Reals, Noise];

        public override IEnumerable<PlanValue> Produces => [Output];
    }

    /// <summary>Adapts the probability of changes to how many reals D calls real.</summary>
    public sealed record Adapt(Ada Policy, DiscriminatorLogits Logits) : Statement
    {
        public override IEnumerable<PlanValue> Reads => Logits.Values;
    }

    /// <summary>Backward from seeds to parameters, to a value, or to both. Gradients that meet are added.</summary>
    /// <param name="From">The seeds.</param>
    /// <param name="Through">The players it passes through whose parameters are constants, in order.</param>
    /// <param name="Parameters">The players whose parameters get gradients.</param>
    /// <param name="Value">The value that gets a gradient, or null.</param>
    public sealed record Backward(
        IReadOnlyList<Seed> From, IReadOnlyList<PlanPlayer> Through, IReadOnlyList<PlanPlayer> Parameters, PlanValue? Value = null) : Statement
    {
        public override IEnumerable<PlanValue> Reads => From.SelectMany(seed => seed.Reads);
    }

    /// <summary>Updates the parameters of all players of a role with their gradients.</summary>
    public sealed record Update(Role Role, IReadOnlyList<PlanPlayer> Players) : Statement;

    /// <summary>Two alternatives: one in some calls, the other in the rest.</summary>
    /// <param name="Every">The interval in calls at which the first is due, starting with the first call.</param>
    /// <param name="Why">What is due then, for people.</param>
    /// <param name="Due">The statements of those calls.</param>
    /// <param name="Otherwise">The statements of the others.</param>
    public sealed record Branch(int Every, string Why, IReadOnlyList<Statement> Due, IReadOnlyList<Statement> Otherwise) : Statement
    {
        public override IEnumerable<PlanValue> Reads => Due.Concat(Otherwise).SelectMany(statement => statement.Reads);
    }

    /// <summary>Statements under a name.</summary>
    /// <param name="Name">What they do: <c>UpdateDiscriminator</c>.</param>
    /// <param name="Summary">The same for people.</param>
    /// <param name="Statements">The statements.</param>
    public sealed record Block(string Name, string Summary, IReadOnlyList<Statement> Statements) : Statement
    {
        public override IEnumerable<PlanValue> Reads => Statements.SelectMany(statement => statement.Reads);
    }

    /// <summary>Ends the calls that do not update G.</summary>
    public sealed record UnlessGeneratorMoves : Statement;
}
