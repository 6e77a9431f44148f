using GanDsl.Generators.Ir;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Steps.Plan;

namespace GanDsl.Generators.Programs;

/// <summary>Lowers a step's plan into one program: each statement becomes the operations that compute it.</summary>
internal sealed partial class StepProgram
{
    private readonly ProgramBuilder builder = new();
    private readonly StepPlan plan;
    private readonly Dictionary<PlanValue, Value> values = [];
    private readonly Dictionary<Seed, IReadOnlyList<(Value At, Value Cotangent)>> seeds = [];

    // The gradients that backward computed at values.
    private readonly Dictionary<PlanValue, Value> cotangents = [];

    // The pair whose statement is being lowered.
    private MinMaxStep pair;

    // How many updates of D are lowered: those of two branches are two.
    private int updates;

    private StepProgram(StepPlan plan) => (this.plan, pair) = (plan, plan.Step);

    public static Program Build(MinMaxStep step)
    {
        var program = new StepProgram(StepPlanner.Of(step));
        program.Lower(program.plan.Statements);
        return program.builder.ToProgram();
    }

    private void Lower(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements) Lower(statement);
    }

    private void Lower(Statement statement)
    {
        builder.Note = "";
        switch (statement)
        {
            case Statement.Draw draw:
                values[draw.Value] = builder.Input(draw.Value.Name, ExtentOf(draw.Value));
                break;
            case Statement.Forward forward:
                Lower(forward);
                break;
            case Statement.Join join:
                values[join.Output] = builder.Add(new Operation.Join(), [values[join.Reals], values[join.Fakes]], ExtentOf(join.Output), join.Output.Name);
                break;
            case Statement.FakesOf half:
                values[half.Output] = builder.Add(new Operation.Half(1), [values[half.Joint]], Extent.Of(1, half.Output.Shape), half.Output.Name);
                break;
            case Statement.Code code:
                values[code.Output] = builder.Slice(values[code.Latents], code.From, code.Output.Shape.Channels, code.Output.Name);
                break;
            case Statement.Detach detach:
                // A backward ends at the parameters of the players that it names, so that none goes too far.
                values[detach.Output] = values[detach.Input];
                break;
            case Statement.Augment augment:
                values[augment.Output] = Augmented(values[augment.Input], values[augment.Draws], augment.Draws.Name);
                break;
            case Statement.Mix mix:
                values[mix.Output] = Mixed(values[mix.Reals], values[mix.Fakes], values[mix.Shares]);
                break;
            case Statement.Perturb perturb:
                values[perturb.Output] = Perturbed(values[perturb.Reals], values[perturb.Noise], perturb.Std);
                break;
            case Statement.Adapt adapt:
                Adapt(adapt.Policy);
                break;
            case Seed seed:
                seeds[seed] = SeedsOf(seed);
                break;
            case Statement.Backward backward:
                Lower(backward);
                break;
            case Statement.Update update:
                Lower(update);
                break;
            case Statement.Branch branch:
                builder.Do(new Operation.Branch(branch.Every, IsDue: true));
                Lower(branch.Due);
                builder.Do(new Operation.Branch(branch.Every, IsDue: false));
                Lower(branch.Otherwise);
                builder.Do(new Operation.EndOfBranches());
                break;
            case Statement.Block block:
                Lower(block.Statements);
                break;
            case Statement.Section or Statement.UnlessGeneratorMoves:
                // The launches after D's update are skipped in the calls that do not update G.
                break;
            default:
                throw new InvalidOperationException($"No lowering is written for {statement.GetType().Name}.");
        }
    }

    private void Lower(Statement.Forward forward)
    {
        var (player, input) = (forward.Player, values[forward.Input]);
        var condition = forward.Condition is null ? null : values[forward.Condition];
        var (output, heads) = NetworkLowering.ApplyWithHeads(
            builder, player.Network, NumberOf(player), VersionOf(player), training: true, player.Pair.Variable(forward.Pass), input, condition);

        // D has one logit per patch, whatever shape D ends in.
        values[forward.Output] = player.Role == Role.Generator ? output : builder.Reshape(output, forward.Output.Shape, forward.Pass + "Logits");
        for (var i = 0; i < forward.Heads.Count; i++) values[forward.Heads[i]] = heads[i];
    }

    private void Lower(Statement.Backward backward)
    {
        var parameters = builder.Nodes
            .Where(node => node.Operation is Operation.Parameter parameter && backward.Parameters.Any(player => IsOf(player, parameter)))
            .ToList();
        var ends = parameters.Select(node => node.Outputs[0]).ToList();
        if (backward.Value is not null) ends.Add(values[backward.Value]);
        var gradients = Differentiate.Run(builder, [.. backward.From.SelectMany(seed => seeds[seed])], ends);
        for (var i = 0; i < ends.Count; i++)
        {
            var gradient = gradients[i] ?? builder.Map(0, ends[i].Extent, Vjp.Name(ends[i]));
            if (i == parameters.Count) cotangents[backward.Value!] = gradient;
            else if (parameters[i].Operation is Operation.Parameter of) builder.Do(new Operation.Gradient(of.Network, of.Name, of.Offset), gradient);
        }
    }

    private void Lower(Statement.Update update)
    {
        FlushReports();
        builder.Note = update.Role == Role.Generator ? "update of G" : "update of D";
        builder.Do(new Operation.Update(update.Role == Role.Generator ? NetworkNumbers.Generator : NetworkNumbers.Discriminator));
        if (update.Role == Role.Discriminator) updates++;
    }

    private bool IsOf(PlanPlayer player, Operation.Parameter parameter) => parameter.Network == NumberOf(player) && parameter.Version == VersionOf(player);

    private static int NumberOf(PlanPlayer player) =>
        NetworkNumbers.Of(player.Role == Role.Generator ? NetworkNumbers.Generator : NetworkNumbers.Discriminator, player.Pair.IsInverse);

    // G's parameters are read before its only update.
    private int VersionOf(PlanPlayer player) => player.Role == Role.Generator ? 0 : updates;

    private static Extent ExtentOf(PlanValue value) => Extent.Of(value.Batches, value.Shape);
}
