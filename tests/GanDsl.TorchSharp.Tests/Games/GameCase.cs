using GanDsl.HandWritten;
using GanDsl.Parity;

using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A declared game and the same game by hand.</summary>
/// <param name="Declared">The generated game.</param>
/// <param name="Players">The players in plain TorchSharp.</param>
/// <param name="Game">The schedule, objective and optimisers in plain TorchSharp.</param>
internal sealed record GameCase(Func<TestGame> Declared, Func<PlainPair> Players, PlainGame Game)
{
    /// <summary>The label of each place of a batch, of its size; null in games without classes.</summary>
    public Func<int, int[]>? Labels { get; init; }

    /// <summary>Plays both for ten steps, each from the same weights, and asserts that gradients, moves and statistics are the same.</summary>
    /// <param name="count">The samples of a batch.</param>
    /// <param name="steps">How many steps are compared.</param>
    /// <param name="threads">How many threads libtorch has; small steps run on one.</param>
    public void AssertParity(int count, int steps = 10, int threads = 1)
    {
        var threadsBefore = get_num_threads();
        set_num_threads(threads);
        try
        {
            using var shapes = Players();
            using var source = new DrawSource(count, [shapes.Latent], shapes.SampleShape);
            using var parity = new StepParity(Declared(), (_, run) => ByHand(run), source.Next, count, Labels?.Invoke(count));
            parity.Play(steps);
        }
        finally
        {
            set_num_threads(threadsBefore);
        }
    }

    // Where nothing keeps them apart, reals and fakes may as well pass together: every other run does, and adds the gradients of both in another order. Labels
    // go by place, with a period that divides the batch.
    private PlainGan ByHand(int run)
    {
        var players = Players();
        var mayJoin = Game is { R1: null, R2: null, Joined: false } && !players.Discriminator.named_buffers().Any();
        return new PlainGan(players, run % 2 == 1 && mayJoin ? Game with { Joined = true } : Game);
    }
}
