using GanDsl.Samples;

namespace Theory;

/// <summary>All experiments in order: each writes its picture when it is done, and adds its findings.</summary>
internal sealed class Experiments(Options options, string folder, Action<string, double> show, CancellationToken stop)
{
    private readonly Random random = new(options.Seed.GetHashCode());

    /// <summary>The findings so far.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>D's answer to each of three fixed generators.</summary>
    public void StillGenerators()
    {
        var learned = new List<Learned>();
        foreach (var candidate in StillGenerator.Candidates)
        {
            using var game = GameHandle.Still(options);
            var found = StillGenerator.Learn(
                candidate, game, options.Steps ?? 2_000, random, fraction => show($"D against the fixed {candidate.Name}", fraction), stop);
            Findings.Add(Finding.Near($"{candidate.Name} fixed: max |D − D*|, weighted", found.Distance, 0, 0.03));
            Findings.Add(Finding.Near($"{candidate.Name} fixed: V, −2·log 2 + 2·JSD", found.Value, found.BestValue, 0.01));
            learned.Add(found);
        }

        var (best, closest) = (learned.MinBy(found => found.Value)!.Candidate, learned.MinBy(found => found.BestValue)!.Candidate);
        Findings.Add(new Finding("the G whose V is smallest, whose JSD is smallest", best.Name, closest.Name, "same", best == closest));
        Pictures.StillGenerators(Path.Combine(folder, "1-best-discriminator.png"), learned);
        Pictures.Candidates(Path.Combine(folder, "2-best-generator.png"), learned);
    }

    /// <summary>D's estimate of each divergence.</summary>
    public List<Answer> Answers { get; } = [];

    /// <summary>D's answer to one generator in the game of each divergence.</summary>
    public void Divergences()
    {
        foreach (var divergence in FDivergence.All)
        {
            using var game = DivergenceHandle.Of(divergence, options);
            Answers.Add(Answer.Of(divergence, game, options.Steps ?? Answer.Steps, random, share => show($"D of {divergence.Name}", share), stop));
        }

        Pictures.Divergences(Path.Combine(folder, "4-divergences.png"), Answers);
    }

    /// <summary>G's descent in small steps and in large ones.</summary>
    public void Descents()
    {
        using var patientGame = GameHandle.Patient(options);
        var patient = Descent.Of(patientGame, Updates(1_000), random, fraction => show("G in small steps, k = 10", fraction), stop);
        Findings.Add(Finding.Near("small steps of G: JSD reached", patient.Reached, 0, 0.01));
        Findings.Add(Finding.Near("small steps of G: mean |V/2 + log 2 − JSD|", patient.MeanError, 0, 0.01));

        using var hastyGame = GameHandle.Hasty(options);
        var hasty = Descent.Of(hastyGame, Updates(150), random, fraction => show("G in large steps, k = 10", fraction), stop);
        Findings.Add(
            new Finding("large steps of G: mean |V/2 + log 2 − JSD|", CommandLine.Text($"{hasty.MeanError:F4}"), "broken", "> 0.05", hasty.MeanError > 0.05));
        Pictures.Descents(Path.Combine(folder, "3-descent.png"), patient, hasty);
    }

    private int Updates(int standard) => options.Steps is { } steps ? Math.Max(1, steps / Descent.DiscriminatorSteps) : standard;
}
