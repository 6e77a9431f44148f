using GanDsl.HandWritten;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>
/// A hand-written game that is led: it starts each step from given weights, its gradients are kept where they are complete, and in place of moving by them its
/// players take the weights that the generated step moved to. So whoever moves second plays against the same weights in every run.
/// </summary>
internal sealed class WatchedGame : IDisposable
{
    private readonly IHandWrittenGame game;
    private readonly ScalarType type;
    private readonly Dictionary<string, Tensor> gradients = [];
    private readonly List<PlainPlayer> moved = [];
    private IReadOnlyDictionary<string, Tensor>? after;

    public WatchedGame(IHandWrittenGame game, ScalarType type)
    {
        this.game = game;
        this.type = type;
        foreach (var (_, network) in game.Players.SelectMany(player => player.Networks)) network.to(type);
        Kinks = new Kinks(game);
        game.InPlaceOfUpdates = Keep;
    }

    public IHandWrittenGame Game => game;

    public Kinks Kinks { get; }

    /// <summary>Who moved in the last step.</summary>
    public IReadOnlyList<PlainPlayer> Moved => moved;

    /// <summary>The gradients of those who moved, by parameter.</summary>
    public IReadOnlyDictionary<string, Tensor> Gradients => gradients;

    /// <summary>Running statistics and averages as the last step left them.</summary>
    public IReadOnlyDictionary<string, Tensor> Statistics =>
        game.Players.SelectMany(player => player.Statistics).Concat(game.Averages).ToDictionary(named => named.Name, named => named.Value);

    /// <summary>The names of all that is compared.</summary>
    public IEnumerable<string> Names => game.Players.SelectMany(player => player.Parameters).Select(named => named.Name).Concat(Statistics.Keys);

    /// <summary>One step.</summary>
    /// <param name="draws">What it is given.</param>
    /// <param name="before">The weights and statistics it starts from.</param>
    /// <param name="after">The weights that players move to.</param>
    public void Step(StepDraws draws, IReadOnlyDictionary<string, Tensor> before, IReadOnlyDictionary<string, Tensor> after)
    {
        Clear();
        this.after = after;
        using (no_grad())
        {
            foreach (var (name, value) in game.Players.SelectMany(player => player.Parameters)) value.copy_(before[name]);
            foreach (var (name, value) in Statistics) value.copy_(before[name]);
        }

        game.Step(draws.To(type));
    }

    public void Dispose()
    {
        Clear();
        Kinks.Dispose();
        game.Dispose();
    }

    private void Keep(PlainPlayer player)
    {
        using var untracked = no_grad();
        moved.Add(player);
        foreach (var (name, value) in player.Parameters)
        {
            gradients.Add(name, (value.grad?.clone() ?? zeros_like(value)).DetachFromDisposeScope());
            value.copy_(after![name]);
        }
    }

    private void Clear()
    {
        foreach (var gradient in gradients.Values) gradient.Dispose();
        gradients.Clear();
        moved.Clear();
        Kinks.Clear();
    }
}
