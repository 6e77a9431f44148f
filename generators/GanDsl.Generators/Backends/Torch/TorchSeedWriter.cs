using GanDsl.Generators.Objectives;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes where going back begins: dL/dℓ of both players, which the game's own methods compute, and what those read.</summary>
internal static class TorchSeedWriter
{
    /// <summary>What begins the names of a pair's seeds: nothing, unless the pairs' judges give different numbers of logits.</summary>
    public static string Prefix(MinMaxStep step) => step.IsTurned && step.Patches != step.Turned.Patches ? "Inverse" : "";

    /// <summary>What D's loss changes by where its logits, <c>onReals</c> and <c>onFakes</c>, do: two expressions, behind what they read.</summary>
    public static (string OnReals, string OnFakes) WriteOfDiscriminator(CodeWriter writer, MinMaxStep step)
    {
        if (step.Objective.Against != Opponent.None)
        {
            writer.Line(step.Objective.Against == Opponent.Pair
                ? "// Each real is measured against the fake of its number, and back."
                : "// Reals are measured against the mean fake, fakes against the mean real.");
            writer.Line($"var (seedOnReals, seedOnFakes) = Couple(onReals, onFakes, {Prefix(step)}OnReals, {Prefix(step)}OnFakes);");
        }

        if (step.LogitPenalty is { } penalty)
        {
            writer.Line($"// {penalty.Description}: each kind is measured against the running mean of the other's logits, which this batch goes into first.");
            writer.Line($"var (realMargins, fakeMargins) = LessRunningMeans(onReals, onFakes, decay: {Numbers.Literal(penalty.Remembers)});");
        }

        var (onReals, onFakes) = step.Objective.Against == Opponent.None ? ($"{Prefix(step)}OnReals(onReals)", $"{Prefix(step)}OnFakes(onFakes)") : ("seedOnReals", "seedOnFakes");
        return step.LogitPenalty is { } onLogits
            ? ($"Plus({onReals}, {onLogits.Name}OnReals(realMargins))", $"Plus({onFakes}, {onLogits.Name}OnFakes(fakeMargins))")
            : (onReals, onFakes);
    }

    /// <summary>What G's loss changes by where D's logits on its fakes do.</summary>
    public static string OfGenerator(MinMaxStep step, string logits) => step.Objective.Against == Opponent.None
        ? $"OfGenerator(DetachLogits({logits}))"
        : $"CoupleFakes(againstReals, DetachLogits({logits}), OfGeneratorOnReals, OfGenerator)";

    /// <summary>What D's loss changes by where its logits on fakes do, and what turns that into what G's does: two expressions, behind what they read.</summary>
    public static (string Seed, string Ratio) WriteOfFakes(CodeWriter writer, MinMaxStep step)
    {
        var ratio = SeedRatio.Of(step.Objective);
        writer.Line($"// One pass back through D: to its parameters, and to each fake, whose gradient is G's but for γ = {ScalarText.Math(ratio)}.");
        writer.Line("DetachLogits(onFakes);");
        if (ratio is Scalar.Constant(var value)) return ("OnFakes(onFakes)", Numbers.Literal(value));
        writer.Line($"var seed = AwayFromZero(OnFakes(onFakes), {Numbers.Literal(SeedRatio.LeastSlope)});");
        writer.Line("var ratio = OfGenerator(onFakes).div_(seed);");
        return ("seed", "ratio");
    }
}
