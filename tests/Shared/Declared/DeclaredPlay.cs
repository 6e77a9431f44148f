using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>Any declared game as a hand-written one: <see cref="DeclaredStep"/>, or <see cref="DeclaredTwoPairStep"/>, between <see cref="DeclaredNetwork"/>s, moved as its attributes say.</summary>
internal sealed class DeclaredPlay : IHandWrittenGame, IPiecewise
{
    private readonly DeclaredStep? step;
    private readonly DeclaredTwoPairStep? twoPairStep;
    private readonly PlainMove ofGenerator;
    private readonly PlainMove ofDiscriminator;
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
            Players = [Player(game.GeneratorMove, ("G", generator)), Player(game.DiscriminatorMove, ("D", discriminator))];
        }
        else
        {
            var (back, judge) = (new DeclaredNetwork(inverse.Generator, type), new DeclaredNetwork(inverse.Discriminator, type));
            twoPairStep = new DeclaredTwoPairStep(game, Side(generator, discriminator), Side(back, judge));
            Players = [Player(game.GeneratorMove, ("G", generator), ("InverseG", back)), Player(game.DiscriminatorMove, ("D", discriminator), ("InverseD", judge))];
        }

        (ofGenerator, ofDiscriminator) = (new PlainMove(Players[0]), new PlainMove(Players[1]));
        if (game.Average is { } ema) average = new PlainAverage(Players[0], ema.HalfLifeImages, ema.RampUp);

        DeclaredSide Side(DeclaredNetwork player, DeclaredNetwork opponent) => new(game, player, opponent) { Shuffle = run == 0 ? null : new Random(run) };
    }

    public IReadOnlyList<PlainPlayer> Players { get; }

    public IReadOnlyList<(string Name, Tensor Value)> Averages => average?.Values ?? [];

    public Action<PlainPlayer>? InPlaceOfMoves { get; set; }

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
        step?.Play(batch, MoveDiscriminator, MoveGenerator);
        twoPairStep?.Play(draws.Reals, draws.Latents, MoveDiscriminator, MoveGenerator);

        void MoveDiscriminator() => ofDiscriminator.Move(InPlaceOfMoves);

        void MoveGenerator()
        {
            ofGenerator.Move(InPlaceOfMoves);
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

    private static PlainPlayer Player(DeclaredMove move, params (string Prefix, nn.Module Network)[] networks) =>
        new(networks, move.Create, move.MaxNorm, move.Limit) { Rate = move.Rate is null ? null : move.LrOf };
}
