using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>
/// Any declared game as a hand-written one: <see cref="DeclaredStep"/>, or <see cref="DeclaredTwoPairStep"/>, between <see cref="DeclaredNetwork"/>s, moved as
/// its attributes say.
/// </summary>
internal sealed class DeclaredPlay : IHandWrittenGame, IPiecewise
{
    private readonly DeclaredStep? step;
    private readonly DeclaredTwoPairStep? twoPairStep;
    private readonly PlainUpdate ofGenerator;
    private readonly PlainUpdate ofDiscriminator;
    private readonly PlainAverage? average;

    /// <param name="declaration">The class with [Gan].</param>
    /// <param name="type">What it computes in.</param>
    /// <param name="run">Which of several equivalent runs it is: from 1 on reals and fakes pass together in a drawn order.</param>
    public DeclaredPlay(Type declaration, ScalarType type, int run = 0)
    {
        var game = DeclaredGame.Of(declaration);
        var (generator, discriminator) = (new DeclaredNetwork(game.Generator, type), new DeclaredNetwork(game.Discriminator, type));
        if (game.Inverse is not { } inverse)
        {
            step = new DeclaredStep(game, generator, discriminator) { Shuffle = run == 0 ? null : new Random(run) };
            Players = [Player(game.GeneratorUpdate, ("G", generator)), Player(game.DiscriminatorUpdate, ("D", discriminator))];
        }
        else
        {
            var (inverseGenerator, inverseDiscriminator) = (new DeclaredNetwork(inverse.Generator, type), new DeclaredNetwork(inverse.Discriminator, type));
            twoPairStep = new DeclaredTwoPairStep(game, Side(generator, discriminator), Side(inverseGenerator, inverseDiscriminator));
            Players = [Player(game.GeneratorUpdate, ("G", generator), ("InverseG", inverseGenerator)),
                Player(game.DiscriminatorUpdate, ("D", discriminator), ("InverseD", inverseDiscriminator))];
        }

        (ofGenerator, ofDiscriminator) = (new PlainUpdate(Players[0]), new PlainUpdate(Players[1]));
        if (game.Average is { } ema) average = new PlainAverage(Players[0], ema.HalfLifeImages, ema.RampUp);

        DeclaredSide Side(DeclaredNetwork player, DeclaredNetwork other) => new(game, player, other) { Shuffle = run == 0 ? null : new Random(run) };
    }

    public IReadOnlyList<PlainPlayer> Players { get; }

    public IReadOnlyList<(string Name, Tensor Value)> Averages => average?.Values ?? [];

    public Action<PlainPlayer>? InPlaceOfUpdates { get; set; }

    public Action<Tensor>? OnInput
    {
        get => step is null ? twoPairStep!.Kinks : step.Kinks;
        set
        {
            if (step is not null) step.Kinks = value;
            if (twoPairStep is not null) twoPairStep.Kinks = value;
        }
    }

    public void Step(StepDraws draws)
    {
        average?.Saw(draws.Reals.shape[0]);
        var batch = new DeclaredBatch(draws.Reals, draws.Latents)
        {
            GeneratorLatents = draws.GeneratorLatents,
            Labels = draws.Labels,
            Interpolation = draws.Interpolation,
            Perturbation = draws.Perturbation,
            Augmentation = draws.Augmentations,
        };
        step?.Play(batch, UpdateDiscriminator, UpdateGenerator);
        twoPairStep?.Play(draws.Reals, draws.Latents, UpdateDiscriminator, UpdateGenerator);

        void UpdateDiscriminator() => ofDiscriminator.Update(InPlaceOfUpdates);

        void UpdateGenerator()
        {
            ofGenerator.Update(InPlaceOfUpdates);
            average?.Follow();
        }
    }

    public void Dispose()
    {
        ofGenerator.Dispose();
        ofDiscriminator.Dispose();
        average?.Dispose();
        foreach (var (_, network) in Players.SelectMany(player => player.Networks)) network.Dispose();
    }

    private static PlainPlayer Player(DeclaredUpdate update, params (string Prefix, nn.Module Network)[] networks) =>
        new(networks, update.Create, update.MaxNorm, update.Limit) { Rate = update.Rate is null ? null : update.LrOf };
}
