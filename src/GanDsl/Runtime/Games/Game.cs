using System.Globalization;

namespace GanDsl;

/// <summary>
/// The base of every generated game on every backend: its schedule, its report, its state and its optimisers.
/// A backend derives from it and adds the rest: the players' device, how noise is drawn, and a step's values for the report.
/// </summary>
/// <typeparam name="TLatent">The shape of one sample's latents or source.</typeparam>
/// <typeparam name="TSample">The shape of one sample.</typeparam>
/// <typeparam name="TNetwork">The backend's networks.</typeparam>
/// <typeparam name="TOptimizer">The backend's optimisers.</typeparam>
public abstract partial class Game<TLatent, TSample, TNetwork, TOptimizer>
    where TLatent : struct, IShape
    where TSample : struct, IShape
    where TNetwork : class, IPlayerNetwork
    where TOptimizer : PlayerOptimizer
{
    private readonly int discriminatorSteps;
    private TNetwork? generator;
    private TNetwork? discriminator;
    private TNetwork? average;
    private Averaging? averaging;
    private TOptimizer? generatorOptimizer;
    private TOptimizer? discriminatorOptimizer;

    /// <summary>Creates a game before its first step.</summary>
    /// <param name="discriminatorSteps">k, the number of D's updates per update of G.</param>
    private protected Game(int discriminatorSteps) => this.discriminatorSteps = discriminatorSteps;

    /// <summary>The description of the game, for people to read.</summary>
    public abstract GanDescription Description { get; }

    /// <inheritdoc cref="IGan.Latent"/>
    public int Latent => TLatent.Elements;

    /// <inheritdoc cref="IGan.SampleShape"/>
    public IReadOnlyList<int> SampleShape => TSample.Dimensions.ToArray();

    /// <inheritdoc cref="IGan.Steps"/>
    public long Steps { get; private protected set; }

    /// <summary>G's optimiser.</summary>
    public TOptimizer GeneratorOptimizer => generatorOptimizer!;

    /// <summary>D's optimiser.</summary>
    public TOptimizer DiscriminatorOptimizer => discriminatorOptimizer!;

    /// <inheritdoc cref="IGan.GeneratorState"/>
    public IReadOnlyList<NamedTensor> GeneratorState() => PlayingGenerator.State();

    /// <inheritdoc cref="IGan.AverageGeneratorState"/>
    public IReadOnlyList<NamedTensor>? AverageGeneratorState() => average?.State();

    /// <inheritdoc cref="IGan.DiscriminatorState"/>
    public IReadOnlyList<NamedTensor> DiscriminatorState() => PlayingDiscriminator.State();

    /// <summary>Whether the next call of Step updates G.</summary>
    protected bool GeneratorMovesNext => (Steps + 1) % discriminatorSteps == 0;

    /// <summary>The codes among the latents.</summary>
    protected virtual IReadOnlyList<LatentCode> Codes => [];

    /// <summary>G's input, for people.</summary>
    private protected string GeneratorInputs => this is IGan { TakesSources: true } ? "sources" : "latents";

    /// <summary>G.</summary>
    private protected TNetwork PlayingGenerator => generator!;

    /// <summary>D.</summary>
    private protected TNetwork PlayingDiscriminator => discriminator!;

    /// <summary>G's average; null where there is none.</summary>
    private protected TNetwork? AverageOfGenerator => average;

    /// <summary>Whether the next call of Step is the first or a multiple of the interval after it.</summary>
    protected bool IsDue(int every) => Steps % every == 0;

    /// <summary>Sets the players' networks.</summary>
    protected void UsePlayers(TNetwork generator, TNetwork discriminator)
    {
        this.generator = generator;
        this.discriminator = discriminator;
    }

    /// <summary>Sets G's average: it starts as G, and the game owns it.</summary>
    protected virtual void UseAverage(TNetwork average, Averaging averaging)
    {
        ArgumentNullException.ThrowIfNull(average);
        this.average = average;
        this.averaging = averaging;
        average.Load(GeneratorState());
    }

    /// <summary>Sets the optimisers; the game owns both.</summary>
    protected void UseOptimizers(TOptimizer generator, TOptimizer discriminator)
    {
        generatorOptimizer = generator;
        discriminatorOptimizer = discriminator;
    }

    /// <summary>Counts the reals of a step for G's average.</summary>
    private protected void SeeReals(int count) => averaging?.See(count);

    /// <summary>Refuses inputs that are not as many as the reals.</summary>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    private protected static void CheckCount(int count, int given, string parameter, string what = "latents")
    {
        if (given == count) return;
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"There are {count} reals and {given} {what}; a step takes as many of both."), parameter);
    }
}
