using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>How a hand-written game updates a player: torch.optim's step, with what comes before and after it.</summary>
/// <remarks>The optimiser is made at the first use, so that networks may be brought to another precision before.</remarks>
public sealed class PlainUpdate(PlainPlayer player) : IDisposable
{
    private optim.Optimizer? optimizer;
    private long updates;

    private optim.Optimizer Optimizer => optimizer ??= player.Optimizer(player.Parameters.Select(named => named.Value));

    public void ZeroGrad() => Optimizer.zero_grad();

    /// <summary>Moves the player, whose gradients are complete.</summary>
    /// <param name="inPlace">What is done with the player instead, or null.</param>
    public void Update(Action<PlainPlayer>? inPlace)
    {
        if (inPlace is not null)
        {
            inPlace(player);
            return;
        }

        if (player.ClipGradient is { } bound) nn.utils.clip_grad_norm_(player.Parameters.Select(named => named.Value), bound);
        Step(Optimizer, player, updates++);
        if (player.WeightClip is not { } limit) return;
        using var untracked = no_grad();
        foreach (var (_, value) in player.Parameters) value.clamp_(-limit, limit);
    }

    /// <summary>A step of a player's optimiser, at the rate of that move.</summary>
    public static void Step(optim.Optimizer optimizer, PlainPlayer player, long update)
    {
        if (player.Rate is { } rate)
        {
            foreach (var group in optimizer.ParamGroups) group.LearningRate = rate(update);
        }

        optimizer.step();
    }

    public void Dispose() => optimizer?.Dispose();
}
