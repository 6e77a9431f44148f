using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <summary>
/// Builds the min-max step as one program: D's move, then, behind D's <see cref="Operation.Update"/>, G's. What the step fuses is decided in <see cref="MinMaxStep"/>.
/// </summary>
internal sealed partial class StepProgram
{
    private const int Generator = NetworkNumbers.Generator;
    private const int Discriminator = NetworkNumbers.Discriminator;

    private readonly ProgramBuilder builder = new();

    // What the pair plays that is being written; in a game over two, first one, then the other.
    private MinMaxStep step;

    // How many reals D calls real, in its last move.
    private Value? rightOnReals;

    // How many moves of D are written: those of two branches are two.
    private int moves;

    private StepProgram(MinMaxStep step) => this.step = step;

    /// <summary>D's logits in its move: of one joint pass, or of a pass over reals and one over fakes.</summary>
    private sealed record Judged(Value? Joint, Value? OnReals, Value? OnFakes);

    public static Program Build(MinMaxStep step)
    {
        var program = new StepProgram(step);
        if (step.IsSimultaneous)
        {
            program.MoveBoth();
        }
        else if (step.Inverse is not null)
        {
            program.MoveTwoPairs();
        }
        else
        {
            var (reals, fakes, latents) = program.MoveDiscriminator();
            program.MoveGenerator(reals, fakes, latents);
        }

        return program.builder.ToProgram();
    }

    /// <returns>The reals as D sees them, the fakes as they are, and what those are made from.</returns>
    private (Value Reals, Value Fakes, Value Latents) MoveDiscriminator()
    {
        var reals = builder.Given("reals", Extent.Of(1, step.Discriminator.Input));
        var latents = builder.Given(step.Given, Extent.Of(1, step.Generator.Input));
        var fakes = Pass(Generator, version: 0, "g", latents);
        var (seenReals, seenFakes) = (Augmented(reals, MinMaxStep.OfReals), Augmented(fakes, MinMaxStep.OfFakes));

        if (step.Interpolates) builder.Given("interpolation", Extent.PerSample(1));
        if (step.Perturbs) builder.Given("perturbation", reals.Extent);

        if (step.PenaltyInterval == 1)
        {
            MoveDiscriminator(step, seenReals, seenFakes, latents);
            return (seenReals, fakes, latents);
        }

        builder.Do(new Operation.Branch(step.PenaltyInterval, IsDue: true));
        MoveDiscriminator(step, seenReals, seenFakes, latents);
        builder.Do(new Operation.Branch(step.PenaltyInterval, IsDue: false));
        MoveDiscriminator(step.InBetween, seenReals, seenFakes, latents);
        builder.Do(new Operation.EndOfBranches());
        return (seenReals, fakes, latents);
    }

    private void MoveDiscriminator(MinMaxStep move, Value reals, Value fakes, Value latents) => MoveDiscriminator(DiscriminatorSeeds(move, reals, fakes, latents));

    private void MoveDiscriminator(List<(Value, Value)> seeds)
    {
        WriteGradients(Discriminator, moves, seeds);
        builder.Note = "D moves";
        builder.Do(new Operation.Update(Discriminator));
        moves++;
    }

    /// <summary>Where backward begins in D's move: at the losses, the penalties and the terms.</summary>
    private List<(Value, Value)> DiscriminatorSeeds(MinMaxStep move, Value reals, Value fakes, Value latents)
    {
        var (logits, seeds) = step.Objective.Against != Opponent.None ? CoupledSeeds(move, reals, fakes)
            : move.JoinsRealsAndFakes ? JointSeeds(reals, fakes)
            : SeparateSeeds(reals, fakes);
        AddPenalties(move, reals, fakes, logits, seeds);
        if (move.LogitPenalty is { } penalty) AddPenalty(penalty, logits, seeds);
        AddDiscriminatorTerms(logits, latents, seeds);
        Adapt();
        return seeds;
    }

    /// <param name="reals">As D sees them.</param>
    /// <param name="fakes">As they are.</param>
    /// <param name="latents">What they are made from.</param>
    private void MoveGenerator(Value reals, Value fakes, Value latents)
    {
        var onReals = step.Objective.Against == Opponent.None ? null : Logits(moves, "q", reals);
        var samples = fakes;
        if (step.FreshNoise)
        {
            latents = builder.Given("generatorLatents", Extent.Of(1, step.Generator.Input));
            samples = Pass(Generator, version: 0, "h", latents);
        }

        var logits = Logits(moves, "e", Augmented(samples, MinMaxStep.OfGenerator));
        var seeds = new List<(Value, Value)>();
        AddGeneratorLosses(logits, onReals, seeds);
        AddGeneratorTerms(logits, samples, reals, latents, seeds);
        MoveGenerator(seeds);
    }

    private void MoveGenerator(List<(Value, Value)> seeds)
    {
        WriteGradients(Generator, version: 0, seeds);
        builder.Note = "G moves";
        builder.Do(new Operation.Update(Generator));
    }

    /// <param name="logits">D's logits on G's fakes.</param>
    /// <param name="onReals">D's logits on reals, where the objective measures fakes against them; else null.</param>
    /// <param name="seeds">Where backward begins.</param>
    private void AddGeneratorLosses(Value logits, Value? onReals, List<(Value, Value)> seeds)
    {
        builder.Note = "dL/dℓ of G";
        AddGeneratorLoss(step.Objective.Generator, "GeneratorLoss", onReals is null ? logits : LessOpponent(logits, onReals, "fakeMargins"), seeds);
        if (onReals is not null) AddGeneratorLoss(step.Objective.GeneratorOnReals, "GeneratorLossOnReals", LessOpponent(onReals, logits, "realMargins"), seeds);
    }

    private void AddGeneratorLoss(Loss loss, string slot, Value of, List<(Value, Value)> seeds)
    {
        if (loss == Loss.None) return;
        seeds.Add((of, Seed(loss.Slope, of, "logitsCotangent")));
        Report(slot, loss.Value, of);
    }

    /// <summary>Reals and fakes in one pass: each half of the logits has its loss.</summary>
    private (Judged, List<(Value, Value)>) JointSeeds(Value reals, Value fakes)
    {
        var joint = builder.Add(new Operation.Join(), [reals, fakes], Extent.Of(2, step.Discriminator.Input), "joint");
        var logits = Logits(moves, "d", joint);
        var (onReals, onFakes) = (step.Objective.OnReals, step.Objective.OnFakes);

        builder.Note = "dL/dℓ of D";
        var seed = builder.Map(
            MeanOfPatches(ByHalf(onReals.Slope, SlopeOnFakes) * X(2)), logits.Extent, "logitsCotangent", (logits, Reading.Full), (builder.BatchSize(), Reading.Single), (builder.BatchShare(), Reading.Single));

        // Where other calls take reals and fakes apart, the report finds the fakes' terms apart in every call.
        var apart = step.PenaltyInterval > 1;
        Report("Value", ByHalf(step.Objective.ValueOnReals, apart ? 0 : -step.Objective.ValueOnFakes), logits, builder.BatchSize());
        Report("Loss", ByHalf(onReals.Value, apart ? 0 : onFakes.Value), logits, builder.BatchSize());
        if (apart)
        {
            Report("FakeValue", ByHalf(0, -step.Objective.ValueOnFakes), logits, builder.BatchSize());
            Report("FakeLoss", ByHalf(0, onFakes.Value), logits, builder.BatchSize());
        }

        Report("MeanOnReals", ByHalf(Sigmoid(L), 0), logits, builder.BatchSize());
        Report("MeanOnFakes", ByHalf(0, Sigmoid(L)), logits, builder.BatchSize());
        if (step.Objective.Threshold is { } threshold)
        {
            rightOnReals = Report("AccuracyOnReals", ByHalf(IsAbove(threshold), 0), logits, builder.BatchSize());
            Report("AccuracyOnFakes", ByHalf(0, IsBelow(threshold)), logits, builder.BatchSize());
        }

        return (new Judged(logits, null, null), [(logits, seed)]);
    }

    private (Judged, List<(Value, Value)>) SeparateSeeds(Value reals, Value fakes)
    {
        var onReals = Logits(moves, "r", reals);
        var onFakes = Logits(moves, "f", fakes);
        return (new Judged(null, onReals, onFakes), LossSeeds((onReals, onReals), (onFakes, onFakes)));
    }

    /// <summary>
    /// Losses of what is left of logits when their opponents are taken away. Their seeds stand there, and reverse mode leads from there to both players' logits.
    /// </summary>
    private (Judged, List<(Value, Value)>) CoupledSeeds(MinMaxStep move, Value reals, Value fakes)
    {
        Value onReals, onFakes;
        Value? both = null;
        if (move.JoinsRealsAndFakes)
        {
            var joint = builder.Add(new Operation.Join(), [reals, fakes], Extent.Of(2, step.Discriminator.Input), "joint");
            both = Logits(moves, "d", joint);
            onReals = builder.Add(new Operation.Half(0), [both], OfLogits, "realLogits");
            onFakes = builder.Add(new Operation.Half(1), [both], OfLogits, "fakeLogits");
        }
        else
        {
            onReals = Logits(moves, "r", reals);
            onFakes = Logits(moves, "f", fakes);
        }

        var seeds = LossSeeds((onReals, LessOpponent(onReals, onFakes, "realMargins")), (onFakes, LessOpponent(onFakes, onReals, "fakeMargins")));
        return (both is null ? new Judged(null, onReals, onFakes) : new Judged(both, null, null), seeds);
    }

    private List<(Value, Value)> LossSeeds((Value Logits, Value Of) reals, (Value Logits, Value Of) fakes)
    {
        builder.Note = "dL/dℓ of D";
        var objective = step.Objective;
        var seeds = new List<(Value, Value)>();
        if (objective.OnReals != Loss.None) seeds.Add((reals.Of, Seed(objective.OnReals.Slope, reals.Of, "realLogitsCotangent")));
        if (objective.OnFakes != Loss.None) seeds.Add((fakes.Of, Seed(SlopeOnFakes, fakes.Of, "fakeLogitsCotangent")));
        Report("Value", objective.ValueOnReals, reals.Of);
        Report("Loss", objective.OnReals.Value, reals.Of);
        Report("MeanOnReals", Sigmoid(L), reals.Logits);
        if (objective.Threshold is { } below) rightOnReals = Report("AccuracyOnReals", IsAbove(below), reals.Of);
        if (objective.OnFakes != Loss.None)
        {
            Report("FakeValue", -objective.ValueOnFakes, fakes.Of);
            Report("FakeLoss", objective.OnFakes.Value, fakes.Of);
        }

        Report("MeanOnFakes", Sigmoid(L), fakes.Logits);
        if (objective.Threshold is { } above) Report("AccuracyOnFakes", IsBelow(above), fakes.Of);
        return seeds;
    }

    /// <summary>What losses of relativistic objectives see: a logit less the other kind's of its number, or less their mean.</summary>
    private Value LessOpponent(Value logits, Value others, string name)
    {
        if (step.Objective.Against == Opponent.Pair) return builder.Map(X(0) - X(1), logits.Extent, name, (logits, Reading.Full), (others, Reading.Full));
        var sum = builder.Reduce(Over.All, others, name + "OpponentsSum");
        return builder.Map(X(0) - (X(1) * X(2)), logits.Extent, name, (logits, Reading.Full), (sum, Reading.Single), (ShareOf(others), Reading.Single));
    }

    private static Scalar IsAbove(double threshold) => Choose(L - threshold, 1, 0);

    private static Scalar IsBelow(double threshold) => Choose(threshold - L, 1, 0);

    /// <summary>D's penalties: the program so far is differentiated for the samples, and what that writes will be differentiated again for D's parameters.</summary>
    private void AddPenalties(MinMaxStep move, Value reals, Value fakes, Judged logits, List<(Value, Value)> seeds)
    {
        foreach (var regularizer in move.GradientRegularizers)
        {
            var (points, at) = Site(regularizer, reals, fakes, logits);
            var prefix = regularizer.At.Prefix();
            builder.Note = regularizer.Description;
            var ones = builder.Map(1, at.Extent, "ones");
            var gradient = Differentiate.Run(builder, [(at, ones)], [points])[0] ?? builder.Map(0, points.Extent, "zeros");
            builder.Note = regularizer.Description;
            var terms = builder.Map(X(0) * X(0), points.Extent, "squaresTerms", (gradient, Reading.Full));
            var squares = builder.Reduce(Over.Sample, terms, prefix + "Squares");
            seeds.Add((squares, Seed(regularizer.SlopeInMove, squares, squares.Name + "Cotangent")));

            var cost = builder.Map(MeanOfPairs(regularizer.Penalty.Replace(_ => X(0))), squares.Extent, "penaltyTerms", (squares, Reading.Full));
            ReportPenalty(regularizer, builder.Reduce(Over.All, cost, "penalty"));
        }
    }

    private void ReportPenalty(Regularizer regularizer, Value sum) => Report($"Penalty({Numbers.Plain(step.NumberOf(regularizer))})", sum);

    /// <summary>Where a penalty looks, and D's logits there.</summary>
    private (Value Points, Value Logits) Site(GradientRegularizer regularizer, Value reals, Value fakes, Judged logits)
    {
        if (regularizer.At == PenaltySite.Reals) return (reals, logits.OnReals!);
        if (regularizer.At == PenaltySite.Fakes) return (fakes, logits.OnFakes!);
        var points = regularizer.At == PenaltySite.Perturbed ? Perturbed(reals, regularizer.Std) : Interpolates(reals, fakes);
        return (points, Logits(moves, regularizer.At.Prefix().Substring(0, 1), points));
    }

    /// <summary>ε·x + (1 − ε)·G(z), one ε a sample.</summary>
    private Value Interpolates(Value reals, Value fakes)
    {
        var shares = builder.Given("interpolation", Extent.PerSample(1));
        builder.Note = "ε·x + (1 − ε)·G(z)";
        return builder.Map(
            (X(2) * X(0)) + ((1 - X(2)) * X(1)), reals.Extent, "mixed", (reals, Reading.Full), (fakes, Reading.Full), (shares, Reading.Sample(reals.Extent)));
    }

    /// <summary>x + std·σ·u, one u a number; σ is the standard deviation of all numbers of the batch, from its variance about its mean.</summary>
    private Value Perturbed(Value reals, double std)
    {
        var noise = builder.Given("perturbation", reals.Extent);
        builder.Note = "x + std·σ·u";
        var share = (builder.BatchShare(), Reading.Single);
        var mean = builder.Map(1.0 / reals.Extent.Elements * (X(0) * X(1)), Extent.Single, "realMean", (builder.Reduce(Over.All, reals, "realSum"), Reading.Full), share);
        var squares = builder.Map((X(0) - X(1)) * (X(0) - X(1)), reals.Extent, "deviationTerms", (reals, Reading.Full), (mean, Reading.Single));
        var scale = builder.Map(
            std * Sqrt(1.0 / reals.Extent.Elements * (X(0) * X(1))), Extent.Single, "scale", (builder.Reduce(Over.All, squares, "deviation"), Reading.Full), share);
        return builder.Map(X(0) + (X(1) * X(2)), reals.Extent, "perturbed", (reals, Reading.Full), (noise, Reading.Full), (scale, Reading.Single));
    }

    private Value Pass(int network, int version, string prefix, Value input) => PassWithHeads(network, version, prefix, input).Output;

    private (Value Output, IReadOnlyList<Value> Heads) PassWithHeads(int network, int version, string prefix, Value input)
    {
        var player = network == Generator ? step.Generator : step.Discriminator;
        return Lowering.ApplyWithHeads(builder, player, NetworkNumbers.Of(network, step.IsTurned), version, training: true, step.Variable(prefix), input, Condition(player, input.Extent.Batches));
    }

    /// <summary>What a player is given besides its input; null where that is nothing.</summary>
    private Value? Condition(Network player, int batches) => player.Label is not null ? Labels(batches) : player.Source is not null ? Sources(batches) : null;

    /// <summary>What the reals are to be made from, and the fakes are.</summary>
    private Value Sources(int batches)
    {
        var sources = builder.Given(step.Given, Extent.Of(1, step.Generator.Input));
        return batches == 1 ? sources : builder.Add(new Operation.Join(), [sources, sources], Extent.Of(batches, step.Generator.Input), "jointSources");
    }

    /// <summary>The labels of the reals, which are those of the fakes and of what lies between; null in a game without.</summary>
    private Value? Labels(int batches)
    {
        if (step.Generator.Label is not { } label) return null;
        var labels = builder.Given("labels", Extent.Of(1, label));
        return batches == 1 ? labels : builder.Add(new Operation.Join(), [labels, labels], Extent.Of(batches, label), "jointLabels");
    }

    /// <summary>The logits of a batch.</summary>
    private Extent OfLogits => Extent.Of(1, Shape.Of(step.Patches));

    /// <summary>D's logits, as many numbers a sample as there are patches, whatever shape D ends in.</summary>
    private Value Logits(int version, string prefix, Value samples)
    {
        var (output, ofHeads) = PassWithHeads(Discriminator, version, prefix, samples);
        var logits = builder.Reshape(output, Shape.Of(step.Patches), prefix + "Logits");
        heads[logits] = ofHeads;
        return logits;
    }

    /// <summary>Where backward begins: the mean of a slope over all numbers of a value.</summary>
    private Value Seed(Scalar slope, Value value, string name) => Vjp.MapOf(
        builder,
        Mean(slope.Replace(_ => X(0)) * X(1), value.Extent.Elements),
        value.Extent,
        name,
        [(value, Reading.Full), (builder.BatchShare(), Reading.Single)]);

    /// <summary>1/N over the numbers of a sample: what makes a sum over a batch's logits their mean.</summary>
    private Value ShareOf(Value logits) => logits.Extent.Elements == 1
        ? builder.BatchShare()
        : builder.Map(1.0 / logits.Extent.Elements * X(0), Extent.Single, "shareOfLogits", (builder.BatchShare(), Reading.Full));

    /// <summary>What each logit has of a mean over its sample's patches, where sums are later divided by N alone.</summary>
    private Scalar MeanOfPatches(Scalar ofLogit) => Mean(ofLogit, step.Patches);

    /// <summary>What a pair has of the mean over all pairs.</summary>
    private Scalar MeanOfPairs(Scalar ofPair) => Mean(ofPair, numbers: 1);

    /// <summary>What each of a pair's numbers has of the mean over all of them and all pairs.</summary>
    private Scalar Mean(Scalar ofNumber, long numbers) => numbers * step.PairCount == 1 ? ofNumber : 1.0 / (numbers * step.PairCount) * ofNumber;

    // Samples N and up are the fakes; variable 0 is ℓ, variable 1 is N.
    private static Scalar ByHalf(Scalar onReals, Scalar onFakes) =>
        Choose(X(1) - new SampleIndex(), onReals.Replace(_ => X(0)), onFakes.Replace(_ => X(0)));

    /// <returns>The sum.</returns>
    private Value Report(string slot, Scalar expression, Value logits, params Value[] others)
    {
        var operands = new List<(Value, Reading)> { (logits, Reading.Full) };
        operands.AddRange(others.Select(other => (other, Reading.Single)));
        var name = char.ToLowerInvariant(slot[0]) + slot.Substring(1);
        var terms = Vjp.MapOf(builder, MeanOfPatches(expression.Replace(leaf => leaf is Logit ? X(0) : leaf)), logits.Extent, name + "Terms", operands);
        var sum = builder.Reduce(Over.All, terms, name);
        Report(slot, sum);
        return sum;
    }

    private void Report(string slot, Value sum)
    {
        if (step.Inverse is null) builder.Do(new Operation.Report(slot), sum);
        else ReportOfPair(slot, sum);
    }

    /// <returns>The cotangent of <paramref name="and"/>, where one is asked for.</returns>
    private Value? WriteGradients(int player, int version, List<(Value, Value)> seeds, Value? and = null)
    {
        var parameters = builder.Nodes
            .Where(node => node.Operation is Operation.Parameter parameter && NetworkNumbers.PlayerOf(parameter.Network) == player && parameter.Version == version)
            .ToList();
        var gradients = Differentiate.Run(builder, seeds, [.. parameters.Select(node => node.Outputs[0]), .. and is null ? Array.Empty<Value>() : [and]]);
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = (Operation.Parameter)parameters[i].Operation;
            var gradient = gradients[i] ?? builder.Map(0, parameters[i].Outputs[0].Extent, Vjp.Name(parameters[i].Outputs[0]));
            builder.Do(new Operation.Gradient(parameter.Network, parameter.Name, parameter.Offset), gradient);
        }

        return and is null ? null : gradients[parameters.Count];
    }
}
