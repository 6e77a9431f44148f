using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>The outcome of a check: a step, or the problems of the game itself. Problems of its networks are reported where those are declared.</summary>
internal sealed record GanResult(MinMaxStep? Step, EquatableArray<Problem> Problems);

/// <summary>Decides what the step does and whether it is legal. Called by the generator and by the analyzer.</summary>
internal static class GanCheck
{
    /// <summary>What is wrong with a discriminator by itself, whether or not a game uses it.</summary>
    public static Problem? Discriminator(Network network)
    {
        if (network.Declaration.Role != Role.Discriminator) return null;
        var last = network.Layers[network.Layers.Count - 1];
        if (last.Layer.GivesShares)
            return Problem.At(SiteKind.Layer, last.Place.Attribute, GanRules.EndsInSigmoid, last.Place.Name, last.Layer.Name) with
            {
                Remedy = Remedies.WithoutLast(network)
            };
        return network.Output.Elements == 1 || network.Output is { HasPixels: true, Channels: 1 }
            ? null
            : Problem.At(SiteKind.Layer, last.Place.Attribute, GanRules.NotOneLogit, network.Type.Name, network.Output.ToString(), network.Chain) with
            {
                Remedy = Remedies.OneLogit(network)
            };
    }

    public static GanResult Check(GanDeclaration declaration) => Check(declaration, NetworkCheck.Check);

    /// <param name="declaration">The game.</param>
    /// <param name="check">Checks a network, or finds the result.</param>
    public static GanResult Check(GanDeclaration declaration, Func<NetworkDeclaration, NetworkResult> check)
    {
        if (!declaration.IsComplete) return new GanResult(null, default);
        var problems = new List<Problem>();
        if (declaration.Type.Obstacle is { } obstacle) problems.Add(new Problem(obstacle.Rule, new Site(SiteKind.Class), obstacle.Arguments));
        if (declaration.IsDeclaredTwice) problems.Add(Problem.At(SiteKind.Marker, NetworkRules.SecondMarker, declaration.Type.Name, "Gan", "Gan"));

        var objective = Objective(declaration, problems);
        var optimizers = OptimizersOf(declaration, problems);
        var modifiers = ModifierCheck.Read(declaration, problems);
        var regularizers = RegularizersOf(declaration, problems);
        var auxiliaryLosses = AuxiliaryLossCheck.Read(declaration, problems);
        var schedule = Schedule(declaration, problems);

        var (generator, discriminator) = PairCheck.Read(declaration, check, problems);
        var inverse = PairCheck.ReadInverse(declaration, check, problems);
        var augmentation = AugmentationCheck.Read(declaration, objective, auxiliaryLosses, discriminator, problems);
        if (generator is not null && discriminator is not null && Conditions.OfPlayers(
            generator, discriminator, isClassified: auxiliaryLosses.Any(auxiliaryLoss => auxiliaryLoss.Target == AuxiliaryLosses.CriterionTarget.Labels))
            is { } condition)
            problems.Add(condition);
        if (generator is not null && discriminator is not null)
            problems.AddRange(AuxiliaryLossCheck.Problems(declaration, auxiliaryLosses, generator, discriminator, schedule.Simultaneous));
        if (generator is not null && discriminator is not null && MinMaxStep.TakesSources(discriminator, auxiliaryLosses))
        {
            var why = discriminator.Source is not null
                ? $"since '{discriminator.Type.Name}' takes sources"
                : $"since [{nameof(AuxiliaryLosses.Reconstruction)}] compares with reals";
            if (generator.Label is not null)
                problems.Add(Problem.At(SiteKind.Marker, ConditionRules.PairsWithClasses, declaration.Type.Name, why, $"Classes from '{generator.Type.Name}'"));
            if (auxiliaryLosses.Any(auxiliaryLoss => auxiliaryLoss.Target == AuxiliaryLosses.CriterionTarget.Code))
                problems.Add(
                    Problem.At(SiteKind.Marker, ConditionRules.PairsWithClasses, declaration.Type.Name, why, $"[{nameof(AuxiliaryLosses.MutualInformation)}]"));
        }

        problems.AddRange(TwoPairCheck.Problems(declaration, auxiliaryLosses, regularizers, schedule.Simultaneous));
        if (generator is not null && discriminator is not null && inverse is not null)
            problems.AddRange(TwoPairCheck.Problems(declaration, auxiliaryLosses, generator, discriminator, inverse));
        if (schedule.Simultaneous) problems.AddRange(SimultaneousCheck.Problems(declaration, objective, discriminator, regularizers));

        return problems.Count > 0 || generator is null || discriminator is null || (declaration.Inverse is not null && inverse is null) || objective is null
            || regularizers.Count < declaration.Regularizers.Count || auxiliaryLosses.Count < declaration.AuxiliaryLosses.Count
            || optimizers.Count < declaration.Optimizers.Count || modifiers.Count < declaration.Modifiers.Count
            ? new GanResult(null, problems.ToEquatableArray())
            : new GanResult(
                new MinMaxStep(
                    declaration,
                    generator,
                    discriminator,
                    inverse,
                    objective,
                    UpdateOf(Player.Generator),
                    UpdateOf(Player.Discriminator),
                    regularizers.ToEquatableArray(),
                    auxiliaryLosses,
                    schedule.Steps,

                    // In a game of pairs the sources come with the reals: there is nothing to draw again.
                    schedule.FreshNoise && inverse is null && !MinMaxStep.TakesSources(discriminator, auxiliaryLosses),
                    schedule.Simultaneous)
                {
                    Augmentations = augmentation?.Of(discriminator.Input) ?? default,
                    Augmentation = augmentation,
                },
                default);

        PlayerUpdate UpdateOf(Player player) =>
            ModifierCheck.UpdateOf(player, Paced(optimizers.Single(optimizer => optimizer.Updates(player)), player), modifiers);

        Optimizer Paced(Optimizer optimizer, Player player) =>
            player == Player.Discriminator && regularizers.FirstOrDefault(regularizer => regularizer.LazyAdam) is { } lazy
            ? optimizer.Slowed(lazy.Every / (lazy.Every + 1.0))
            : optimizer;
    }

    /// <summary>What is legal, but probably not intended.</summary>
    public static IEnumerable<Problem> Warnings(MinMaxStep step)
    {
        if (TwoPairCheck.Untied(step) is { } untied) yield return untied;
        foreach (var pair in step.Pairs)
        {
            foreach (var unused in AuxiliaryLossCheck.Unused(pair)) yield return unused;
            if (pair.Discriminator.CouplingLayer is not { } layer) continue;
            foreach (var regularizer in pair.GradientRegularizers.Where(regularizer => regularizer.WantsNormOfEachSample))
            {
                var problem = Problem.At(
                    SiteKind.Regularizer, pair.NumberOf(regularizer), GanRules.PenaltyOnCoupledSamples, regularizer.Name, layer.Place.Name,
                    pair.Discriminator.Type.Name, layer.Layer.Description);
                yield return pair.IsInverse ? problem : problem with { Remedy = Remedies.WithoutBatchNorm(layer) };
            }
        }
    }

    private static Objective? Objective(GanDeclaration declaration, List<Problem> problems)
    {
        if (declaration.Objectives.Count == 0)
            problems.Add(Problem.At(
                SiteKind.Marker, GanRules.NoObjective, declaration.Type.Name, string.Join(", ", ObjectiveCatalog.Names.Select(name => $"[{name}]"))));
        for (var i = 1; i < declaration.Objectives.Count; i++)
        {
            problems.Add(Problem.At(
                SiteKind.Objective,
                i,
                GanRules.SecondObjective,
                declaration.Type.Name,
                declaration.Objectives[0].Attribute,
                declaration.Objectives[i].Attribute));
        }

        if (declaration.Objectives.Count == 0) return null;
        if (declaration.Objectives[0].Values.Function("function") is { } function && FunctionProblem(function) is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        var objective = ObjectiveCatalog.Read(declaration.Objectives[0]);
        if (objective?.BadArgument is { } bad) problems.Add(Problem.At(SiteKind.Objective, GanRules.ObjectiveArgument, objective.Name, bad));
        return objective;
    }

    private static Problem? FunctionProblem(CustomFunction function) =>
        function.Missing is { } missing ? Problem.At(SiteKind.Objective, GanRules.NoFunction, function.Type, missing)
        : function.Expression is not { } expression
        ? Problem.At(SiteKind.Objective, GanRules.UnreadableFunction, function.Type, function.Part!, function.Trouble)
        : CustomDivergence.Flaw(expression) is { } flaw ? Problem.At(SiteKind.Objective, GanRules.NotADivergence, function.Type, flaw)
        : null;

    // Those that this version of the generator does not know are left out.
    private static List<Optimizer> OptimizersOf(GanDeclaration declaration, List<Problem> problems)
    {
        var optimizers = new List<Optimizer>();
        for (var i = 0; i < declaration.Optimizers.Count; i++)
        {
            if (OptimizerCatalog.Read(declaration.Optimizers[i]) is not { } optimizer) return [];
            if (optimizer.BadArgument() is { } bad) problems.Add(Problem.At(SiteKind.Optimizer, i, GanRules.OptimizerArgument, optimizer.Name, bad));
            optimizers.Add(optimizer);
        }

        if (problems.Any(problem => problem.Rule == GanRules.OptimizerArgument)) return optimizers;

        foreach (var player in new[] { Player.Generator, Player.Discriminator })
        {
            var moving = Enumerable.Range(0, optimizers.Count).Where(i => optimizers[i].Updates(player)).ToList();
            if (moving.Count == 0)
                problems.Add(Problem.At(SiteKind.Marker, GanRules.NoOptimizer, declaration.Type.Name, $"the {player.ToString().ToLowerInvariant()}"));
            if (moving.Count > 1 && !problems.Any(problem => problem.Rule == GanRules.SecondOptimizer))
                problems.Add(
                    Problem.At(SiteKind.Optimizer, moving[1], GanRules.SecondOptimizer, declaration.Type.Name, $"The {player.ToString().ToLowerInvariant()}"));
        }

        // One mistake, one error: no optimiser at all is one mistake, not two.
        if (optimizers.Count == 0)
        {
            problems.RemoveAll(problem => problem.Rule == GanRules.NoOptimizer);
            problems.Add(Problem.At(SiteKind.Marker, GanRules.NoOptimizer, declaration.Type.Name, "the players"));
        }

        return optimizers;
    }

    // Those that this version of the generator does not know are left out.
    private static List<Regularizer> RegularizersOf(GanDeclaration declaration, List<Problem> problems)
    {
        var regularizers = new List<Regularizer>();
        for (var i = 0; i < declaration.Regularizers.Count; i++)
        {
            if (RegularizerCatalog.Read(declaration.Regularizers[i]) is not { } regularizer) continue;
            if (regularizer.BadArgument() is { } bad) problems.Add(Problem.At(SiteKind.Regularizer, i, GanRules.RegularizerArgument, regularizer.Name, bad));
            if (regularizers.Any(earlier => earlier.Name == regularizer.Name))
                problems.Add(Problem.At(SiteKind.Regularizer, i, GanRules.SecondRegularizer, declaration.Type.Name, regularizer.Name));
            if (regularizer.Every > 1 && regularizers.FirstOrDefault(earlier => earlier.Every > 1 && earlier.Every != regularizer.Every) is { } other)
            {
                problems.Add(Problem.At(
                    SiteKind.Regularizer, i, GanRules.SecondInterval, regularizer.Name, Numbers.Ordinal(regularizer.Every), other.Name,
                    Numbers.Ordinal(other.Every)));
            }

            regularizers.Add(regularizer);
        }

        return regularizers;
    }

    private static (int Steps, bool FreshNoise, bool Simultaneous) Schedule(GanDeclaration declaration, List<Problem> problems)
    {
        for (var i = 1; i < declaration.Schedules.Count; i++)
        {
            problems.Add(Problem.At(
                SiteKind.Schedule, i, GanRules.SecondSchedule, declaration.Type.Name, declaration.Schedules[0].Attribute, declaration.Schedules[i].Attribute));
        }

        if (declaration.Schedules.FirstOrDefault() is not { } schedule) return (1, FreshNoise: true, Simultaneous: false);
        if (schedule.Attribute == "Simultaneous") return (1, FreshNoise: false, Simultaneous: true);

        var steps = schedule.Values.Int("discriminatorSteps");
        if (steps < 1) problems.Add(Problem.At(SiteKind.Schedule, GanRules.ScheduleArgument, Numbers.Plain(steps)));
        return (steps, schedule.Values.Bool("freshNoise"), Simultaneous: false);
    }
}
