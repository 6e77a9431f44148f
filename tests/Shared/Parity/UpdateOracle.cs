using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>
/// torch.optim's own optimiser of a player, in float64, given the very gradients that the generated step computed and the weights that it began with: where the
/// step's own update must have led. So an optimiser that divides a gradient by its own size has no part in whether gradients agree, and is checked all the
/// same, with all that it remembers.
/// </summary>
internal sealed class UpdateOracle : IDisposable
{
    /// <summary>
    /// How far a weight may land from where it should, as a share of the player's largest move, beside two units in its tensor's last place: decay and step
    /// each round once.
    /// </summary>
    private const double Tolerance = 2e-6;

    private readonly PlainPlayer player;
    private readonly IReadOnlyList<(string Name, Parameter Value)> parameters;
    private readonly optim.Optimizer optimizer;
    private long updates;

    public UpdateOracle(PlainPlayer player)
    {
        this.player = player;
        parameters = [.. player.Parameters.Select(
            named => (named.Name, (Parameter)new Parameter(zeros(named.Value.shape, ScalarType.Float64)).DetachFromDisposeScope()))];
        optimizer = player.Optimizer(parameters.Select(named => named.Value));
    }

    /// <summary>Moves from the weights before, and compares with those after.</summary>
    public IEnumerable<Deviation> Update(
        int step, IReadOnlyDictionary<string, Tensor> before, IReadOnlyDictionary<string, Tensor> gradients, IReadOnlyDictionary<string, Tensor> after)
    {
        using (no_grad())
        {
            foreach (var (name, value) in parameters)
            {
                value.copy_(before[name]);
                value.grad = gradients[name].to(ScalarType.Float64);
            }
        }

        if (player.ClipGradient is { } bound) nn.utils.clip_grad_norm_(parameters.Select(named => named.Value), bound);
        PlainUpdate.Step(optimizer, player, updates++);
        using var untracked = no_grad();
        if (player.WeightClip is { } limit)
        {
            foreach (var (_, value) in parameters) value.clamp_(-limit, limit);
        }

        var largest = parameters.Max(named => Deviation.Distance(named.Value, before[named.Name]));
        return [.. parameters.Select(named => new Deviation(
            step,
            $"update of {named.Name}",
            Deviation.Distance(named.Value, after[named.Name]),
            0,
            (Tolerance * largest) + (2 * Deviation.Ulp(named.Value.abs().max().item<double>()))))];
    }

    public void Dispose()
    {
        optimizer.Dispose();
        foreach (var (_, value) in parameters) value.Dispose();
    }
}
