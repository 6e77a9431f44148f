using System.Globalization;
using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>
/// Whether a generated step computes what the same game by hand does, on whatever processor. Processors round differently, and an optimiser that divides a
/// gradient by its own size makes a whole learning rate of what rounding left of a 0. So weights behind optimisers are not compared: each step starts from the
/// same weights everywhere, each player's flat gradient is compared with that of the hand-written game in float64, and plain float32's own error on this
/// machine is the yardstick. Every element of every tensor counts. Moves are compared apart, on the gradients that were computed (<see cref="UpdateOracle"/>).
/// </summary>
/// <remarks>
/// Where an input of a ReLU is within rounding of 0, float32 and float64 may take different sides; such a step is played, not compared, and another one is
/// drawn.
/// </remarks>
public sealed class StepParity : IDisposable
{
    // So many batches may be drawn again for each that is compared.
    private const int Redraws = 8;

    // Plain float32 that is further than this from float64 is not a yardstick: on some processors libtorch's convolutions are wrong.
    private const double SoundYardstick = 1e-2;

    private readonly IPlayedGame ours;
    private readonly WatchedGame reference;
    private readonly List<(WatchedGame Game, Tensor Order)> plain = [];
    private readonly Dictionary<string, UpdateOracle> updates = [];
    private readonly List<Deviation> deviations = [];
    private readonly Func<StepDraws> draw;

    /// <summary>Sets up the same game in float64 and, three times over, in float32, each with its samples in another order.</summary>
    /// <param name="ours">The generated game.</param>
    /// <param name="byHand">
    /// Makes the hand-written one in a precision. The second number counts the runs in float32 from 0: they may write the same in different ways.
    /// </param>
    /// <param name="draw">What a step is given.</param>
    /// <param name="count">How many samples a batch has.</param>
    /// <param name="labels">The label of each place of a batch, where the hand-written game has labels by place: an order keeps them.</param>
    public StepParity(IPlayedGame ours, Func<ScalarType, int, IHandWrittenGame> byHand, Func<StepDraws> draw, int count, IReadOnlyList<int>? labels = null)
    {
        (this.ours, this.draw) = (ours, draw);
        reference = new WatchedGame(byHand(ScalarType.Float64, 0), ScalarType.Float64);
        foreach (var order in Orders(labels ?? [.. Enumerable.Repeat(0, count)]))
            plain.Add((new WatchedGame(byHand(ScalarType.Float32, plain.Count), ScalarType.Float32), tensor(order)));
        RequireSameNames();
    }

    /// <summary>The game in float64.</summary>
    public IHandWrittenGame Reference => reference.Game;

    /// <summary>How many batches were drawn again.</summary>
    public int Redrawn { get; private set; }

    /// <summary>All that was compared, each tensor with the largest error of plain float32 in any of the steps: in one step it may be 0 by chance.</summary>
    public IReadOnlyList<Deviation> Deviations =>
        [.. deviations.GroupBy(deviation => deviation.Tensor)
            .SelectMany(tensor => tensor.Select(deviation => deviation with { Yardstick = tensor.Max(other => other.Yardstick) }))];

    /// <summary>Plays until so many steps are compared.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="afterEach">Called after each step, compared or not, with its number from 1.</param>
    /// <exception cref="ParityException">The sides do not compute the same; the message says which tensors, by how much.</exception>
    public void Play(int steps, Action<int>? afterEach = null)
    {
        var played = 0;
        for (var compared = 0; compared < steps;)
        {
            if (played > Redraws * (steps + 1))
                throw new ParityException(
                    $"{played} batches were drawn, and {played - compared} of them had an input of a ReLU within rounding of 0; take smaller batches.");
            if (Step(++played)) compared++;
            else Redrawn++;
            afterEach?.Invoke(played);
        }

        // Each tensor once, where it is furthest off.
        var tensors = Deviations.GroupBy(deviation => deviation.Tensor).Select(tensor => tensor.MaxBy(deviation => deviation.Share)!).ToList();
        var wrong = tensors.Where(deviation => !deviation.IsAllowed).OrderByDescending(deviation => deviation.Share).ToList();
        if (wrong.Count > 0)
            throw new ParityException($"{wrong.Count} of {tensors.Count} tensors are not what the game by hand has:\n{string.Join('\n', wrong.Take(6))}");
    }

    public void Dispose()
    {
        foreach (var oracle in updates.Values) oracle.Dispose();
        foreach (var (game, order) in plain)
        {
            game.Dispose();
            order.Dispose();
        }

        reference.Dispose();
        ours.Dispose();
    }

    private bool Step(int step)
    {
        // What a game keeps from its first step on must not belong to a scope of ours, so it is stepped outside of one.
        var (before, draws) = (Copy(ours.State()), draw());
        ours.Step(draws);
        using var scope = NewDisposeScope();
        foreach (var tensor in before.Values.Concat(draws.All)) tensor.MoveToOtherDisposeScope(scope);
        var (after, gradients) = (Copy(ours.State()), Copy(ours.Gradients()));
        reference.Step(draws, before, after);
        for (var run = 0; run < plain.Count; run++) PlayPlain(run, draws, before, after);

        deviations.AddRange(reference.Game.Players.SelectMany(player => Updates(player, step, before, gradients, after)));
        var isNear = reference.Kinks.IsNear(plain[0].Game.Kinks);
        if (!isNear) deviations.AddRange(Compare(step, gradients, after));
        return !isNear;
    }

    // Of the equivalent runs one has the processor's own convolutions, and the others another way to compute them, where those are not right as they are.
    private void PlayPlain(int run, StepDraws draws, Dictionary<string, Tensor> before, Dictionary<string, Tensor> after)
    {
        var (game, order) = plain[run];
        if (run == 1) PlainConvolution.Filled(() => game.Step(draws.Ordered(order), before, after));
        else game.Step(draws.Ordered(order), before, after);
    }

    private IEnumerable<Deviation> Compare(int step, Dictionary<string, Tensor> gradients, Dictionary<string, Tensor> after)
    {
        using var untracked = no_grad();
        RequireSoundYardstick(step);
        var ofGradients = reference.Gradients.Select(named =>
            Deviation.Of(step, $"gradient of {named.Key}", named.Value, gradients[named.Key], plain.Select(run => run.Game.Gradients[named.Key])));
        var ofStatistics = reference.Statistics.Select(
            named => Deviation.Of(step, named.Key, named.Value, after[named.Key], plain.Select(run => run.Game.Statistics[named.Key])));
        return [.. ofGradients, .. ofStatistics];
    }

    // Who did not move must be where it was, to the bit.
    private IEnumerable<Deviation> Updates(
        PlainPlayer player, int step, Dictionary<string, Tensor> before, Dictionary<string, Tensor> gradients, Dictionary<string, Tensor> after)
    {
        using var untracked = no_grad();
        if (!reference.Moved.Contains(player))
        {
            return [.. player.Parameters.Select(named => new Deviation(
                step, $"{named.Name}, which nothing moves", Deviation.Distance(before[named.Name].to(ScalarType.Float64), after[named.Name]), 0, 0))];
        }

        var name = player.Networks[0].Prefix;
        if (!updates.TryGetValue(name, out var oracle)) updates.Add(name, oracle = new UpdateOracle(player));
        return oracle.Update(step, before, gradients, after);
    }

    private void RequireSoundYardstick(int step)
    {
        foreach (var player in reference.Moved)
        {
            var names = player.Parameters.Select(named => named.Name).ToList();
            foreach (var (game, _) in plain)
            {
                var size = Math.Sqrt(names.Sum(name => reference.Gradients[name].square().sum().item<double>()));
                var distance = Math.Sqrt(
                    names.Sum(name => (reference.Gradients[name] - game.Gradients[name].to(ScalarType.Float64)).square().sum().item<double>()));
                if (distance <= SoundYardstick * size) continue;
                throw new ParityException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"step {step}: plain float32's gradient of {player.Networks[0].Prefix} is {distance / size:E2} of its size away from float64, "
                        + $"so it says nothing about ours. Are libtorch's operations right on this processor?"));
            }
        }
    }

    private void RequireSameNames()
    {
        var (expected, actual) = (reference.Names.Order(StringComparer.Ordinal).ToList(), ours.State().Keys.Order(StringComparer.Ordinal).ToList());
        if (expected.SequenceEqual(actual)) return;
        throw new ParityException($"The game by hand has {string.Join(", ", expected.Except(actual))} and not {string.Join(", ", actual.Except(expected))}.");
    }

    // As they come, backwards, and turned by half, within the places of one label.
    private static IEnumerable<long[]> Orders(IReadOnlyList<int> labels)
    {
        var places = Enumerable.Range(0, labels.Count).GroupBy(place => labels[place]).Select(group => group.ToArray()).ToList();
        foreach (var inverse in new Func<int[], int, int>[]
        {
            (group, i) => group[i], (group, i) => group[^(i + 1)], (group, i) => group[(i + (group.Length / 2)) % group.Length]
        })
        {
            var order = new long[labels.Count];
            foreach (var group in places)
            {
                for (var i = 0; i < group.Length; i++) order[group[i]] = inverse(group, i);
            }

            yield return order;
        }
    }

    private static Dictionary<string, Tensor> Copy(IReadOnlyDictionary<string, Tensor> tensors) =>
        tensors.ToDictionary(named => named.Key, named => named.Value.detach().clone());
}
