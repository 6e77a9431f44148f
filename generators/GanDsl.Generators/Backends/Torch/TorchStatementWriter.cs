using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes a plan's statements over libtorch, a line or two each. A tensor is disposed after its last reader, unless that disposes it.</summary>
internal sealed class TorchStatementWriter
{
    private readonly CodeWriter writer;
    private readonly StepPlan plan;
    private readonly TorchScope scope;
    private readonly TorchPasses passes;
    private readonly TorchSeeds seeds;
    private readonly List<TorchBlock> blocks = [];

    // What the last lines were about: a blank line separates them from others.
    private Paragraph paragraph;

    public TorchStatementWriter(CodeWriter writer, StepPlan plan, TorchScope scope)
    {
        (this.writer, this.plan, this.scope) = (writer, plan, scope);
        seeds = new TorchSeeds(writer, scope);
        passes = TorchWrittenPasses.IsSupported(plan.Step) ? new TorchWrittenPasses(writer, scope, seeds, plan) : new TorchAutogradPasses(writer, scope, seeds);
    }

    private enum Paragraph
    {
        None,
        Passes,
        Gradients,
        Alone,
    }

    /// <summary>The blocks called so far.</summary>
    public IReadOnlyList<TorchBlock> Blocks => blocks;

    /// <param name="statements">What is written.</param>
    /// <param name="owned">The tensors that they dispose.</param>
    public void Write(IReadOnlyList<Statement> statements, IEnumerable<PlanValue> owned)
    {
        var lifetimes = new TorchLifetimes(statements, passes);
        var live = owned.ToList();
        Dispose(live.Where(value => !lifetimes.IsReadBehind(-1, value)).ToList());
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            var last = live.Where(value => statement.Reads.Contains(value) && !lifetimes.IsReadBehind(i, value)).ToList();
            if (statement is Statement.Block block) Call(block, last);
            else if (statement is Statement.Branch branch) Write(branch, last);
            else if (statement is Statement.UnlessGeneratorMoves) WriteReturn(live);
            else Write(statement, value => lifetimes.IsReadBehind(i, value), value => lifetimes.IsUsing(statement, value));
            live.AddRange(statement.Produces.Where(value => passes.Owns(statement, value) && !lifetimes.IsUsing(statement, value)));
            var ended = live.Where(value => !lifetimes.IsReadBehind(i, value)).ToList();
            Dispose(ended.Where(value => !lifetimes.Consumes(statement, value)));
            live.RemoveAll(ended.Contains);
        }
    }

    private void Dispose(IEnumerable<PlanValue> values)
    {
        foreach (var value in values) writer.Line($"{scope.Owner(value)}.Dispose();");
    }

    private void Write(Statement statement, Func<PlanValue, bool> isReadBehind, Func<PlanValue, bool> isUsing)
    {
        if (statement is Statement.Section(var text))
        {
            if (paragraph != Paragraph.None) writer.Line();
            writer.Line("// " + text);
            paragraph = Paragraph.Passes;
            return;
        }

        // The other statements are written where backward starts.
        if (!HasLines(statement)) return;
        Begin(statement is Seed or Statement.FakesOf or Statement.Adapt or Statement.Backward or Statement.Update ? Paragraph.Gradients : Paragraph.Passes);
        switch (statement)
        {
            case Statement.Forward forward:
                passes.Write(forward);
                break;
            case Statement.Join join when join.Reals == join.Fakes:
                writer.Line($"using {scope.Declare(join.Output)} = Twice({scope[join.Reals]});");
                break;
            case Statement.Join join:
                var fakes = scope[join.Fakes] + (isReadBehind(join.Fakes) ? ".alias()" : "");
                writer.Line($"{scope.Declare(join.Output)} = Join({scope[join.Reals]}, {fakes});");
                break;
            case Statement.FakesOf half:
                writer.Line($"{scope.Declare(half.Output)} = FakesOf({scope[half.Joint]}, count);");
                break;
            case Statement.Code code:
                var columns = $"{Numbers.Plain(code.From)}, {Numbers.Plain(code.Output.Shape.Channels)}";
                writer.Line($"using {scope.Declare(code.Output)} = {scope[code.Latents]}.narrow(1, {columns});");
                break;
            case Statement.Detach detach:
                writer.Line($"{scope.Declare(detach.Output)} = {passes.Detached(detach)};");
                break;
            case Statement.Augment augment:
                var declaration = (isUsing(augment.Output) ? "using " : "") + scope.Declare(augment.Output);
                writer.Line($"{declaration} = Augment({scope[augment.Input]}, {scope[augment.Draws]});");
                break;
            case Statement.Mix mix:
                writer.Line($"{scope.Declare(mix.Output)} = Interpolate({scope[mix.Reals]}, {scope[mix.Fakes]}, {scope[mix.Shares]});");
                break;
            case Statement.Perturb perturb:
                writer.Line($"{scope.Declare(perturb.Output)} = Perturb({scope[perturb.Reals]}, {scope[perturb.Noise]}, std: {Numbers.Literal(perturb.Std)});");
                break;
            case Statement.Adapt:
                writer.Line("Adapt(onReals, onFakes); // adapts p to how many reals D calls real");
                break;
            case Seed withLines:
                seeds.Write(withLines);
                break;
            case Statement.Backward backward:
                passes.Write(backward);
                break;
            case Statement.Update update:
                writer.Line($"{(update.Role == Role.Generator ? "generator" : "discriminator")}Optimizer.Step();");
                if (update.Role == Role.Generator) AverageText.WriteCopy(writer, plan.Step);
                break;
            default:
                throw new InvalidOperationException($"Nothing is written for {statement.GetType().Name}.");
        }
    }

    private void Begin(Paragraph next)
    {
        if (paragraph != Paragraph.None && (paragraph != next || next == Paragraph.Alone)) writer.Line();
        paragraph = next;
    }

    private bool HasLines(Statement statement) => statement switch
    {
        Statement.Draw => false,
        Seed seed => TorchSeeds.HasLines(seed),
        Statement.Forward forward => passes.HasLines(forward),
        _ => true,
    };

    private void Call(Statement.Block block, IReadOnlyList<PlanValue> owned)
    {
        Begin(Paragraph.Gradients);
        var method = new TorchBlock(block, owned);
        blocks.Add(method);
        writer.Line($"{block.Name}({string.Join(", ", method.Parameters.Select(value => scope[value]).Concat(method.Counts))});");
    }

    private void Write(Statement.Branch branch, IReadOnlyList<PlanValue> owned)
    {
        Begin(Paragraph.Alone);
        writer.Line($"// {plan.Step.LazyLook} in the first call, and in every {Numbers.Ordinal(branch.Every)} after it.");
        using (writer.Open($"if (IsDue(every: {Numbers.Plain(branch.Every)}))")) WriteArm(branch.Due, owned);
        using (writer.Open("else")) WriteArm(branch.Otherwise, owned);
        paragraph = Paragraph.Alone;
    }

    private void WriteArm(IReadOnlyList<Statement> statements, IReadOnlyList<PlanValue> owned)
    {
        paragraph = Paragraph.None;
        scope.Enter();
        Write(statements, owned);
        scope.Leave();
    }

    private void WriteReturn(IReadOnlyList<PlanValue> live)
    {
        Begin(Paragraph.Alone);
        if (live.Count == 0)
        {
            writer.Line("if (!generatorMoves) return;");
            return;
        }

        using (writer.Open("if (!generatorMoves)"))
        {
            Dispose(live);
            writer.Line("return;");
        }
    }
}
