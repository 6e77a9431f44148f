using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Passes that libtorch's autograd records and differentiates.</summary>
internal sealed class TorchAutogradPasses(CodeWriter writer, TorchScope scope, TorchSeeds seeds) : TorchPasses
{
    public override bool HasLines(Statement.Forward forward) => true;

    public override void Write(Statement.Forward forward)
    {
        var input = scope[forward.Input];
        if (forward.Slope is not { } slope)
        {
            writer.Line($"{scope.Declare([forward.Output, .. forward.Heads])} = {Apply(forward, input)};");
            return;
        }

        writer.Line($"// {slope.Penalty.Description}: q = ‖∇ₓ ℓ‖² of each {slope.Penalty.At.Sample()}; backward goes through it to D's parameters.");
        var hasHeads = forward.Heads.Count > 0;
        var condition = forward.Condition is null ? "" : ", " + scope[forward.Condition];
        var call = hasHeads || !forward.Player.IsAlone
            ? $"{input}, points => {Apply(forward, "points")}, {(hasHeads ? "outputs => outputs.Logits" : "logits => logits")}"
            : input + condition;
        writer.Line($"{scope.Declare([forward.Output, .. forward.Heads], slope.Squares)} = ApplyWithGradient({call});");
    }

    public override string Detached(Statement.Detach detach) => $"{scope[detach.Input]}.detach(){(detach.WantsGradient ? ".requires_grad_()" : "")}";

    public override void Write(Statement.Backward backward)
    {
        foreach (var player in backward.Parameters) writer.Line($"{player.Member}.ZeroGradients();");
        var ends = seeds.EndsOf(backward.From, fakes => $"GradientAt({scope[fakes]})").ToList();
        var penalizes = backward.From.Any(seed => seed is Seed.OfSlope);
        if (!penalizes && ends.Count == 1)
        {
            writer.Line($"Backward({ends[0].At}, {ends[0].Seed});");
        }
        else if (ends.Count == 2 && backward.From.All(seed => seed is Seed.OfDiscriminator or Seed.OfRunningMeans))
        {
            writer.Line($"Backward({ends[0].At}, {ends[0].Seed}, {ends[1].At}, {ends[1].Seed});");
        }
        else
        {
            // A backward through slopes asks for D's parameters only: their graph contains the samples as well.
            var player = backward.Parameters[0].IsAlone ? "" : backward.Parameters[0].Member + ", ";
            writer.Line(penalizes ? $"BackwardToParameters({player}[" : "Backward([");
            using (writer.Indent())
            {
                foreach (var (at, seed) in ends) writer.Line($"({at}, {seed}),");
            }

            writer.Line(backward.Value is null ? "]);" : $"], and: {scope[backward.Value]});");
        }
    }

    private string Apply(Statement.Forward forward, string input)
    {
        var pass = forward.Saves switch
        {
            Saves.Nothing or Saves.ForInput => "TrainFrozen",
            Saves.ForParameters => "Train",
            _ => "generatorMoves ? Train : TrainFrozen",
        };
        var condition = forward.Condition is null ? "" : scope[forward.Condition] + ", ";
        return $"{forward.Player.Member}.Apply{(forward.Heads.Count == 0 ? "" : "WithHeads")}({input}, {condition}{pass})";
    }
}
