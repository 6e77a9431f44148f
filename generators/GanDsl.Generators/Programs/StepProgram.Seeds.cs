using GanDsl.Generators.Losses;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Steps.Plan;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>Where backward starts: the derivatives of losses and penalties; and their values for the report.</content>
internal sealed partial class StepProgram
{
    // How many reals D calls real, in its last update.
    private Value? rightOnReals;

    // D's logits on fakes whose gradient serves both players.
    private Value? servedLogits;

    private IReadOnlyList<(Value At, Value Cotangent)> SeedsOf(Seed seed)
    {
        switch (seed)
        {
            case Seed.OfDiscriminator of:
                pair = of.Player.Pair;
                return OfDiscriminator(of);
            case Seed.OfGenerator of:
                pair = of.Player.Pair;
                return OfGenerator(values[of.Logits], of.OnReals is null ? null : values[of.OnReals]);
            case Seed.Rescaled of:
                return [(values[of.Made], Rescaled(cotangents[of.Fakes]))];
            case Seed.OfSlope of:
                pair = of.Player.Pair;
                return [OfSlope(of.Penalty, values[of.Pass.Input], values[of.Pass.Output])];
            case Seed.OfRunningMeans of:
                pair = of.Player.Pair;
                return OfRunningMeans(of);
            case Seed.OfAuxiliaryLoss of:
                pair = of.Player.Pair;
                return OfAuxiliaryLoss(of);
            default:
                throw new InvalidOperationException($"No lowering is written for {seed.GetType().Name}.");
        }
    }

    private List<(Value At, Value Cotangent)> OfDiscriminator(Seed.OfDiscriminator of)
    {
        // D's slope on fakes: where G's gradient is computed from it, it is never 0.
        var slopeOnFakes = pair.Objective.OnFakes.Derivative();
        if (of.ServesGenerator && SeedRatio.Of(pair.Objective) is not Constant) slopeOnFakes = SeedRatio.AwayFromZero(slopeOnFakes);

        // Reals and fakes of one pass need not be split where their losses do not depend on each other.
        var isWhole = of.Logits.Joint is not null && pair.Objective.RelativisticMode == RelativisticMode.None;
        var (onReals, onFakes) = isWhole ? (null, null) : Halves(of.Logits);
        var seeds = isWhole ? [OfBoth(values[of.Logits.Joint!], slopeOnFakes)] : OfEach(onReals!, onFakes!, slopeOnFakes);
        if (!of.ServesGenerator) return seeds;

        servedLogits = onFakes ?? Half(of.Logits.Joint!, 1, "fakeLogits");
        Report("GeneratorLoss", pair.Objective.Generator, servedLogits);
        return seeds;
    }

    private (Value OnReals, Value OnFakes) Halves(DiscriminatorLogits logits) => logits.Joint is { } joint
        ? (Half(joint, 0, "realLogits"), Half(joint, 1, "fakeLogits"))
        : (values[logits.OnReals!], values[logits.OnFakes!]);

    private Value Half(PlanValue joint, int which, string name) => builder.Add(new Operation.Half(which), [values[joint]], Extent.Of(1, joint.Shape), name);

    /// <summary>Reals and fakes in one pass: each half of the logits has its loss.</summary>
    private (Value At, Value Cotangent) OfBoth(Value logits, Scalar slopeOnFakes)
    {
        var objective = pair.Objective;
        builder.Note = "dL/dℓ of D";
        var seed = builder.Map(
            MeanOfPatches(ByHalf(objective.OnReals.Slope, slopeOnFakes) * X(2)),
            logits.Extent,
            "logitsCotangent",
            (logits, Reading.Full),
            (builder.BatchSize(), Reading.Single),
            (builder.BatchShare(), Reading.Single));

        // Where other calls split reals and fakes, the report has the fakes' terms separately in every call.
        var apart = plan.Step.PenaltyInterval > 1;
        Report("Value", ByHalf(objective.ValueOnReals, apart ? 0 : -objective.ValueOnFakes), logits, builder.BatchSize());
        Report("Loss", ByHalf(objective.OnReals.Value, apart ? 0 : objective.OnFakes.Value), logits, builder.BatchSize());
        if (apart)
        {
            Report("FakeValue", ByHalf(0, -objective.ValueOnFakes), logits, builder.BatchSize());
            Report("FakeLoss", ByHalf(0, objective.OnFakes.Value), logits, builder.BatchSize());
        }

        Report("MeanOnReals", ByHalf(Judgement(objective), 0), logits, builder.BatchSize());
        Report("MeanOnFakes", ByHalf(0, Judgement(objective)), logits, builder.BatchSize());
        if (objective.Threshold is { } threshold)
        {
            rightOnReals = Report("AccuracyOnReals", ByHalf(IsAbove(threshold), 0), logits, builder.BatchSize());
            Report("AccuracyOnFakes", ByHalf(0, IsBelow(threshold)), logits, builder.BatchSize());
        }

        return (logits, seed);
    }

    /// <summary>What D says of a sample: the probability that it is real, or a critic's score.</summary>
    private static Scalar Judgement(Objective objective) => objective.IsCritic ? L : Sigmoid(L);

    /// <summary>A loss of the reals and one of the fakes; in relativistic games, of differences of logits.</summary>
    private List<(Value At, Value Cotangent)> OfEach(Value onReals, Value onFakes, Scalar slopeOnFakes)
    {
        var objective = pair.Objective;
        var isRelativistic = objective.RelativisticMode != RelativisticMode.None;
        var ofReals = isRelativistic ? RelativisticLogits(onReals, onFakes, "realMargins") : onReals;
        var ofFakes = isRelativistic ? RelativisticLogits(onFakes, onReals, "fakeMargins") : onFakes;

        builder.Note = "dL/dℓ of D";
        var seeds = new List<(Value, Value)>();
        if (objective.OnReals != Loss.None) seeds.Add((ofReals, SeedAt(objective.OnReals.Slope, ofReals, "realLogitsCotangent")));
        if (objective.OnFakes != Loss.None) seeds.Add((ofFakes, SeedAt(slopeOnFakes, ofFakes, "fakeLogitsCotangent")));
        Report("Value", objective.ValueOnReals, ofReals);
        Report("Loss", objective.OnReals.Value, ofReals);
        Report("MeanOnReals", Judgement(objective), onReals);
        if (objective.Threshold is { } below) rightOnReals = Report("AccuracyOnReals", IsAbove(below), ofReals);
        if (objective.OnFakes != Loss.None)
        {
            Report("FakeValue", -objective.ValueOnFakes, ofFakes);
            Report("FakeLoss", objective.OnFakes.Value, ofFakes);
        }

        Report("MeanOnFakes", Judgement(objective), onFakes);
        if (objective.Threshold is { } above) Report("AccuracyOnFakes", IsBelow(above), ofFakes);
        return seeds;
    }

    private List<(Value At, Value Cotangent)> OfGenerator(Value logits, Value? onReals)
    {
        var seeds = new List<(Value, Value)>();
        builder.Note = "dL/dℓ of G";
        Add(pair.Objective.Generator, "GeneratorLoss", onReals is null ? logits : RelativisticLogits(logits, onReals, "fakeMargins"));
        if (onReals is not null) Add(pair.Objective.GeneratorOnReals, "GeneratorLossOnReals", RelativisticLogits(onReals, logits, "realMargins"));
        return seeds;

        void Add(Loss loss, string slot, Value of)
        {
            if (loss == Loss.None) return;
            seeds.Add((of, SeedAt(loss.Slope, of, "logitsCotangent")));
            Report(slot, loss.Value, of);
        }
    }

    private Value Rescaled(Value cotangent)
    {
        builder.Note = "from D's gradient at the fakes to G's";
        var ratio = SeedRatio.Of(pair.Objective);
        if (ratio is Constant) return builder.Map(ratio * X(0), cotangent.Extent, "rescaled", (cotangent, Reading.Full));

        var slopes = (pair.Objective.Generator.Derivative() / SeedRatio.AwayFromZero(pair.Objective.OnFakes.Derivative())).Replace(_ => X(0));
        var ratios = builder.Map(slopes, servedLogits!.Extent, "ratio", (servedLogits, Reading.Full));
        return builder.Map(X(0) * X(1), cotangent.Extent, "rescaled", (cotangent, Reading.Full), (ratios, Reading.Sample(cotangent.Extent)));
    }

    /// <summary>
    /// A penalty on D's slope: the program so far is differentiated with respect to the samples, and the result is differentiated again with respect to D's
    /// parameters.
    /// </summary>
    private (Value At, Value Cotangent) OfSlope(GradientRegularizer penalty, Value points, Value logits)
    {
        builder.Note = penalty.Description;
        var ones = builder.Map(1, logits.Extent, "ones");
        var gradient = Differentiate.Run(builder, [(logits, ones)], [points])[0] ?? builder.Map(0, points.Extent, "zeros");
        builder.Note = penalty.Description;
        var terms = builder.Map(X(0) * X(0), points.Extent, "squaresTerms", (gradient, Reading.Full));
        var squares = builder.Reduce(Over.Sample, terms, penalty.At.Prefix() + "Squares");
        var seed = SeedAt(penalty.SlopeInMove, squares, squares.Name + "Cotangent");
        var cost = builder.Map(MeanOfPairs(penalty.Penalty.Replace(_ => X(0))), squares.Extent, "penaltyTerms", (squares, Reading.Full));
        Report(penalty, builder.Reduce(Over.All, cost, "penalty"));
        return (squares, seed);
    }

    private List<(Value At, Value Cotangent)> OfRunningMeans(Seed.OfRunningMeans of)
    {
        var seeds = new List<(Value, Value)>();
        var (onReals, onFakes) = Halves(of.Logits);
        builder.Note = of.Penalty.Description;
        var means = builder.Add(
            new Operation.RunningMeans(of.Penalty.Remembers),
            [builder.Reduce(Over.All, onReals, "realLogitsSum"), builder.Reduce(Over.All, onFakes, "fakeLogitsSum"), ShareOf(onReals)],
            [Extent.Single, Extent.Single],
            ["realRunningMean", "fakeRunningMean"]);
        var ofReals = Penalise(of.Penalty.OnReals, onReals, means[1], "realRunning");
        var ofFakes = Penalise(of.Penalty.OnFakes, onFakes, means[0], "fakeRunning");
        Report(of.Penalty, builder.Map(X(0) + X(1), Extent.Single, "penalty", (ofReals, Reading.Full), (ofFakes, Reading.Full)));
        return seeds;

        Value Penalise(Loss loss, Value logits, Value mean, string name)
        {
            var margins = builder.Map(X(0) - X(1), logits.Extent, name + "Margins", (logits, Reading.Full), (mean, Reading.Single));
            seeds.Add((logits, SeedAt(loss.Slope, margins, name + "Cotangent")));
            var terms = builder.Map(MeanOfPatches(loss.Value.Replace(_ => X(0))), margins.Extent, name + "PenaltyTerms", (margins, Reading.Full));
            return builder.Reduce(Over.All, terms, name + "Penalty");
        }
    }

    /// <summary>The variable of relativistic losses: a logit minus the other kind's with the same index, or minus their mean.</summary>
    private Value RelativisticLogits(Value logits, Value others, string name)
    {
        if (pair.Objective.RelativisticMode == RelativisticMode.Pair)
            return builder.Map(X(0) - X(1), logits.Extent, name, (logits, Reading.Full), (others, Reading.Full));
        var sum = builder.Reduce(Over.All, others, name + "OthersSum");
        return builder.Map(X(0) - (X(1) * X(2)), logits.Extent, name, (logits, Reading.Full), (sum, Reading.Single), (ShareOf(others), Reading.Single));
    }

    /// <summary>The derivative of a loss's mean over all numbers of a value.</summary>
    private Value SeedAt(Scalar slope, Value value, string name)
    {
        var mean = Mean(slope.Replace(_ => X(0)) * X(1), value.Extent.Elements);
        return Vjp.MapOf(builder, mean, value.Extent, name, [(value, Reading.Full), (builder.BatchShare(), Reading.Single)]);
    }

    /// <summary>1/N over the numbers of a sample: turns the sum of a batch's logits into their mean.</summary>
    private Value ShareOf(Value logits) => logits.Extent.Elements == 1
        ? builder.BatchShare()
        : builder.Map(1.0 / logits.Extent.Elements * X(0), Extent.Single, "shareOfLogits", (builder.BatchShare(), Reading.Full));

    private static Scalar IsAbove(double threshold) => Choose(L - threshold, 1, 0);

    private static Scalar IsBelow(double threshold) => Choose(threshold - L, 1, 0);

    /// <summary>The weight of each logit in the mean over its sample's patches, where sums are later divided only by N.</summary>
    private Scalar MeanOfPatches(Scalar ofLogit) => Mean(ofLogit, pair.Patches);

    /// <summary>The weight of a pair in the mean over all pairs.</summary>
    private Scalar MeanOfPairs(Scalar ofPair) => Mean(ofPair, numbers: 1);

    /// <summary>The weight of each of a pair's numbers in the mean over all of them and all pairs.</summary>
    private Scalar Mean(Scalar ofNumber, long numbers) => numbers * pair.PairCount == 1 ? ofNumber : 1.0 / (numbers * pair.PairCount) * ofNumber;

    // Samples from N on are the fakes; variable 0 is ℓ, variable 1 is N.
    private static Scalar ByHalf(Scalar onReals, Scalar onFakes) =>
        Choose(X(1) - new SampleIndex(), onReals.Replace(_ => X(0)), onFakes.Replace(_ => X(0)));
}
