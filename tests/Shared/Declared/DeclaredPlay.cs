using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>Any declared game of one pair as a hand-written one: <see cref="DeclaredStep"/> between two <see cref="DeclaredNetwork"/>s, moved as its attributes say.</summary>
internal sealed class DeclaredPlay : IHandWrittenGame, IPiecewise
{
    private readonly DeclaredGame game;
    private readonly DeclaredNetwork generator;
    private readonly DeclaredNetwork discriminator;
    private readonly DeclaredStep step;
    private readonly PlainMove ofGenerator;
    private readonly PlainMove ofDiscriminator;
    private readonly PlainAverage? average;

    /// <param name="declaration">The class with [Gan].</param>
    /// <param name="type">What it computes in.</param>
    public DeclaredPlay(Type declaration, ScalarType type)
    {
        game = DeclaredGame.Of(declaration);
        (generator, discriminator) = (new DeclaredNetwork(game.Generator, type), new DeclaredNetwork(game.Discriminator, type));
        step = new DeclaredStep(game, generator, discriminator);
        Players = [Player("G", generator, game.GeneratorMove), Player("D", discriminator, game.DiscriminatorMove)];
        (ofGenerator, ofDiscriminator) = (new PlainMove(Players[0]), new PlainMove(Players[1]));
        if (game.Average is { } ema) average = new PlainAverage(Players[0], ema.HalfLifeImages, ema.RampUp);
    }

    public IReadOnlyList<PlainPlayer> Players { get; }

    public IReadOnlyList<(string Name, Tensor Value)> Averages => average?.Values ?? [];

    public Action<PlainPlayer>? InPlaceOfMoves { get; set; }

    public Action<Tensor>? OnInput
    {
        get => step.Kinks;
        set => step.Kinks = value;
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
        step.Play(batch, () => ofDiscriminator.Move(InPlaceOfMoves), () =>
        {
            ofGenerator.Move(InPlaceOfMoves);
            average?.Follow();
        });
    }

    public void Dispose()
    {
        ofGenerator.Dispose();
        ofDiscriminator.Dispose();
        average?.Dispose();
        generator.Dispose();
        discriminator.Dispose();
    }

    private static PlainPlayer Player(string prefix, DeclaredNetwork network, DeclaredMove move) => move.Rate is null
        ? new(prefix, network, move.Create, move.MaxNorm, move.Limit)
        : throw new NotSupportedException($"{network.GetName()} moves at a rate that changes; such moves are tested on given gradients.");
}
