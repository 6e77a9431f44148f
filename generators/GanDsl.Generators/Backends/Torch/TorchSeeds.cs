using GanDsl.Generators.Declarations;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Steps.Plan;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes where backward starts: derivatives of losses, which the game's own methods compute, and what those read.</summary>
internal sealed class TorchSeeds(CodeWriter writer, TorchScope scope)
{
    // dL/dℓ on reals and on fakes, where written.
    private readonly Dictionary<DiscriminatorLogits, (string OnReals, string OnFakes)> logitsOf = [];

    // γ of the fakes, in a simultaneous step.
    private string ratio = "";

    /// <summary>The prefix of a pair's seeds: empty, unless the pairs' discriminators return different numbers of logits.</summary>
    public static string Prefix(MinMaxStep step) => step.IsInverse && step.Patches != step.Inverse.Patches ? "Inverse" : "";

    /// <summary>Whether a seed needs statements before its backward.</summary>
    public static bool HasLines(Seed seed) => seed is Seed.OfDiscriminator or Seed.OfRunningMeans;

    /// <summary>What a seed reads.</summary>
    public void Write(Seed seed)
    {
        if (seed is Seed.OfDiscriminator of) Write(of);
        if (seed is Seed.OfRunningMeans { Penalty: var penalty } means)
        {
            writer.Line($"// {penalty.Description}: each kind is compared with the running mean of the other's logits, which this batch enters first.");
            writer.Line($"var (realMargins, fakeMargins) = LessRunningMeans(onReals, onFakes, decay: {Numbers.Literal(penalty.Remembers)});");
            var (onReals, onFakes) = logitsOf[means.Logits];
            logitsOf[means.Logits] = ($"Plus({onReals}, {penalty.Name}OnReals(realMargins))", $"Plus({onFakes}, {penalty.Name}OnFakes(fakeMargins))");
        }
    }

    /// <summary>Where a backward starts, and the derivative there; both are disposed.</summary>
    /// <param name="from">The seeds.</param>
    /// <param name="gradientAt">The text of the gradient that a backward left at a value.</param>
    public IEnumerable<(string At, string Seed)> EndsOf(IEnumerable<Seed> from, Func<PlanValue, string> gradientAt) => from.SelectMany(seed => seed switch
    {
        Seed.OfDiscriminator of => EndsOf(of.Logits),
        Seed.OfRunningMeans => [],
        Seed.OfGenerator of => [(scope[of.Logits], OfGenerator(of))],
        Seed.Rescaled of => [(scope[of.Made], $"Rescaled({gradientAt(of.Fakes)}, {ratio})")],
        Seed.OfSlope of => [(scope[of.Squares], OfSlope(of))],
        Seed.OfAuxiliaryLoss of => of.Rows.Select((row, number) => (scope[row.Rows], OfAuxiliaryLoss(of, number))),
        _ => throw new InvalidOperationException($"Nothing is written for {seed.GetType().Name}."),
    });

    /// <summary>The derivative of a penalty with respect to squared norms.</summary>
    public string OfSlope(Seed.OfSlope of) =>
        $"{of.Penalty.Name}Seed(DetachSquares({Numbers.Plain(of.Player.Pair.NumberOf(of.Penalty))}, {scope[of.Squares]}{PairOf(of.Player)}))";

    private void Write(Seed.OfDiscriminator of)
    {
        var (pair, prefix) = (of.Player.Pair, Prefix(of.Player.Pair));
        writer.Line(of.Logits.Joint is { } joint
            ? $"var (onReals, onFakes) = SplitLogits({scope[joint]}, count{PairOf(of.Player)});"
            : $"var (onReals, onFakes) = DetachLogits({scope[of.Logits.OnReals!]}, {scope[of.Logits.OnFakes!]}{PairOf(of.Player)});");
        logitsOf[of.Logits] = ($"{prefix}OnReals(onReals)", $"{prefix}OnFakes(onFakes)");
        if (of.ServesGenerator) WriteRatio(of);
        if (pair.Objective.RelativisticMode == RelativisticMode.None) return;

        writer.Line(pair.Objective.RelativisticMode == RelativisticMode.Pair
            ? "// Each real is compared with the fake of the same index, and vice versa."
            : "// Reals are compared with the mean fake, fakes with the mean real.");
        writer.Line($"var (seedOnReals, seedOnFakes) = Couple(onReals, onFakes, {prefix}OnReals, {prefix}OnFakes);");
        logitsOf[of.Logits] = ("seedOnReals", "seedOnFakes");
    }

    private void WriteRatio(Seed.OfDiscriminator of)
    {
        var gamma = SeedRatio.Of(of.Player.Pair.Objective);
        writer.Line($"// One backward through D: to its parameters, and to each fake, where G's gradient is γ times D's, γ = {ScalarText.Math(gamma)}.");
        writer.Line("DetachLogits(onFakes);");
        if (gamma is Scalar.Constant(var value))
        {
            ratio = Numbers.Literal(value);
            return;
        }

        writer.Line($"var seed = AwayFromZero(OnFakes(onFakes), {Numbers.Literal(SeedRatio.LeastSlope)});");
        writer.Line("var ratio = OfGenerator(onFakes).div_(seed);");
        (logitsOf[of.Logits], ratio) = ((logitsOf[of.Logits].OnReals, "seed"), "ratio");
    }

    private IEnumerable<(string At, string Seed)> EndsOf(DiscriminatorLogits logits)
    {
        var (onReals, onFakes) = logitsOf[logits];
        return logits.Joint is { } joint
            ? [(scope[joint], $"JoinSeeds({onReals}, {onFakes})")]
            : [(scope[logits.OnReals!], onReals), (scope[logits.OnFakes!], onFakes)];
    }

    private string OfGenerator(Seed.OfGenerator of)
    {
        var (pair, prefix) = (PairOf(of.Player), Prefix(of.Player.Pair));
        var logits = $"DetachLogits({scope[of.Logits]}{pair})";
        return of.OnReals is null
            ? $"{prefix}OfGenerator({logits})"
            : $"CoupleFakes(DetachOtherLogits({scope[of.OnReals]}{pair}), {logits}, {prefix}OfGeneratorOnReals, {prefix}OfGenerator)";
    }

    private string OfAuxiliaryLoss(Seed.OfAuxiliaryLoss of, int number)
    {
        var (rows, targets) = (scope[of.Rows[number].Rows], scope[of.Rows[number].Targets]);
        var pass = of.Player.Role == Role.Generator ? "Generator" : number == 0 ? "Discriminator" : "DiscriminatorOnFakes";
        var remembered = $"AuxiliaryRows({Numbers.Plain(of.Number)}, global::GanDsl.Torch.AuxiliaryLossPass.{pass}, {rows}, {targets}{PairOf(of.Player)})";
        return $"{TorchAuxiliaryLossWriter.SeedName(of.Player.Pair, of.Loss)}({remembered}, {targets})";
    }

    // The last argument of what the runtime remembers: whose it is.
    private static string PairOf(PlanPlayer player) => player.Number == 0 ? "" : $", pair: {Numbers.Plain(player.Number)}";
}
