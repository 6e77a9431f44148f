using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A generated game and the same by hand, side by side on the same data.</summary>
internal sealed class Match : IDisposable
{
    private readonly TestGame generated;
    private readonly PlainPair players;
    private readonly PlainGan plain;
    private readonly StepData data;
    private readonly int threadsBefore = get_num_threads();

    public Match(GameCase game, int steps, int count, int threads = 1)
    {
        // Small steps run on one thread. So does the same by hand: gradients that cancel are nothing but rounding, which follows the order of sums.
        set_num_threads(threads);
        generated = game.Declared();
        players = game.Players();
        plain = new PlainGan(players, game.Game);
        data = new StepData(steps, count, players.Latent, players.SampleShape);
    }

    /// <summary>Gives the hand-written players the weights and running statistics of the generated ones.</summary>
    public void Align() => players.CopyFrom(generated);

    public void Step(int step)
    {
        var (reals, latents, generatorLatents, interpolation, perturbation) = data.Steps[step];
        generated.Step(reals, latents, generatorLatents, interpolation, perturbation, data.Augmentations[step]);
        plain.Step(reals, latents, generatorLatents, interpolation, perturbation, data.Augmentations[step]);
    }

    /// <summary>Every parameter and running statistic of both, under one name.</summary>
    public IEnumerable<(string Name, Tensor Expected, Tensor Actual)> States()
    {
        var expected = players.State().Concat(plain.Average.Select(tensor => KeyValuePair.Create($"A.{tensor.Name}", tensor.Value))).ToDictionary();
        var actual = generated.State();
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        return expected.Select(tensor => (tensor.Key, tensor.Value, actual[tensor.Key]));
    }

    /// <summary>Of every parameter that was moved, the elements whose gradient is smaller than this share of the player's typical one, and biases that a BatchNorm takes away again.</summary>
    public IReadOnlyDictionary<string, Tensor> ElementsWithoutGradient(double share)
    {
        var seconds = plain.SecondMoments();
        var typical = seconds.GroupBy(moment => moment.Key[0]).ToDictionary(player => player.Key, player =>
            player.Sum(moment => moment.Value.sum().item<float>()) / player.Sum(moment => moment.Value.NumberOfElements));
        var cancelled = CancelledBiases.Of(players.Generator).Select(bias => $"G.{bias}").Concat(CancelledBiases.Of(players.Discriminator).Select(bias => $"D.{bias}")).ToHashSet();
        return seconds
            .Where(moment => typical[moment.Key[0]] > 0)
            .ToDictionary(moment => moment.Key, moment => cancelled.Contains(moment.Key) ? ones_like(moment.Value, ScalarType.Bool) : moment.Value < share * share * typical[moment.Key[0]]);
    }

    public void Dispose()
    {
        generated.Dispose();
        plain.Dispose();
        data.Dispose();
        set_num_threads(threadsBefore);
    }
}
