using GanDsl.Generators.Declarations;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Passes of players with a written backward, which writes gradients where the optimiser reads them, without autograd.</summary>
internal sealed class TorchWrittenPasses(CodeWriter writer, TorchScope scope, TorchSeeds seeds, StepPlan plan) : TorchPasses
{
    /// <summary>What the step's documentation says about it.</summary>
    public const string Fusion =
        "both players have a written backward, which writes gradients where the optimiser reads them: autograd records nothing of the loss;";

    /// <summary>What it says about penalties on D's slope.</summary>
    public const string Penalty = "D's input gradient is written out, so that autograd runs backward through it once, and only to D's parameters;";

    // The passes that produced the logits and the fakes.
    private readonly Dictionary<PlanValue, Statement.Forward> origins = plan.All.OfType<Statement.Forward>()
        .SelectMany(forward => forward.Produces, (forward, value) => (forward, value))
        .ToDictionary(pair => pair.value, pair => pair.forward);

    /// <summary>
    /// Whether a step is written this way: one joint pass of D, unchanged samples, and penalties, if any, on the slope of a piecewise linear D,
    /// at points that are neither reals nor fakes.
    /// </summary>
    public static bool IsSupported(MinMaxStep step) =>
        TorchBackwardWriter.CanEmitBackward(step.Generator) && TorchBackwardWriter.CanEmitBackward(step.Discriminator)
        && step.InversePair is null && !step.IsPaired && step.JoinsRealsAndFakes && !step.Augments && step.AuxiliaryLosses.Count == 0
        && step.PenaltyInterval == 1
        && (!step.GradientRegularizers.Any() || (!step.IsSimultaneous && TorchBackwardWriter.IsPiecewiseLinear(step.Discriminator)));

    // The slope of D is written out where backward starts at it.
    public override bool HasLines(Statement.Forward forward) => forward.Slope is null;

    public override void Write(Statement.Forward forward)
    {
        if (forward.Saves == Saves.Nothing)
        {
            writer.Line($"{scope.Declare(forward.Output)} = {forward.Player.Member}.Apply({scope[forward.Input]}, TrainFrozen);");
            return;
        }

        var saved = forward.Player.Role == Role.Generator ? "generatorSaved" : "discriminatorSaved";
        var input = scope[forward.Input];
        writer.Line($"{scope.DeclareSaved(forward.Output, saved)} = {forward.Player.Member}.ForwardSaving({input});");
    }

    // The saved tensors own their output.
    public override string Detached(Statement.Detach detach) => scope[detach.Input] + ".alias()";

    public override void Write(Statement.Backward backward)
    {
        var from = backward.From.Where(seed => seed is not Seed.OfSlope).ToList();
        var (_, seed) = seeds.EndsOf(from, _ => "atFakes").Single();
        var at = from[0].At.Single();
        var (player, saved) = (origins[at].Player, scope.Owner(at));
        if (backward.Through.Count > 0)
        {
            writer.Line($"var atFakes = {player.Member}.BackwardToInput({saved}, {seed});");
            writer.Line($"{backward.Parameters[0].Member}.BackwardToParameters({scope.Owner(origins[at].Input)}, atFakes);");
        }
        else
        {
            writer.Line(backward.Value is null
                ? $"{player.Member}.BackwardToParameters({saved}, {seed});"
                : $"var atFakes = {player.Member}.BackwardToParametersAndInput({saved}, {seed}, from: count);");
        }

        // Their gradients are added to those of the loss.
        foreach (var of in backward.From.OfType<Seed.OfSlope>())
        {
            var squares = $"{of.Penalty.Description}: q = ‖∇ₓ ℓ‖² of each {of.Penalty.At.Sample()}";
            writer.Line().Line($"// {squares}; backward goes through it to D's parameters, where its gradients add to those of the loss.");
            writer.Line($"{scope.Declare(of.Squares)} = SquaredGradients({scope[of.Pass.Input]});");
            writer.Line($"Backward({scope[of.Squares]}, {seeds.OfSlope(of)});");
        }
    }

    // The gradient at the fakes has its own variable, and the passes' inputs are read again.
    public override IEnumerable<PlanValue> Reads(Statement statement) => statement switch
    {
        Seed.Rescaled rescaled => rescaled.At,
        Statement.Backward backward => backward.From.SelectMany(Reads).Concat(InputsOf(backward)),
        _ => statement.Reads,
    };

    public override bool Consumes(Statement.Backward backward, PlanValue value) =>
        base.Consumes(backward, value)
        || backward.From.Any(seed => seed is Seed.OfSlope slope && slope.Pass.Input == value)
        || (backward.Through.Count > 0 && InputsOf(backward).Contains(value));

    public override bool Owns(Statement origin, PlanValue value) => base.Owns(origin, value) && origin is not Statement.Forward { Slope: not null };

    private IEnumerable<PlanValue> InputsOf(Statement.Backward backward) =>
        backward.From.SelectMany(seed => seed.At).Where(origins.ContainsKey).Select(at => origins[at].Input);
}
