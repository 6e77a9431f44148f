using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace GanDsl.Optimizers;

/// <summary>What updates a player, in PyTorch's own words.</summary>
/// <param name="Create">The optimiser.</param>
/// <param name="Schedule">The schedule of its learning rate.</param>
/// <param name="MaxNorm">What clip_grad_norm_ is given before each update.</param>
/// <param name="Limit">What the parameters are clamped to after each update.</param>
internal sealed record Oracle(
    Func<IEnumerable<Parameter>, Optimizer> Create, Func<Optimizer, lr_scheduler.LRScheduler>? Schedule = null, double? MaxNorm = null, double? Limit = null);

/// <summary>torch.optim's own classes for the players of <c>OptimizerGames</c>, on copies of a player's parameters.</summary>
internal sealed class OptimizerOracle : IDisposable
{
    private readonly Oracle oracle;
    private readonly Optimizer optimizer;
    private readonly lr_scheduler.LRScheduler? schedule;
    private readonly IReadOnlyList<(string Name, Parameter Value)> parameters;

    public OptimizerOracle(Oracle oracle, IEnumerable<(string Name, Tensor Value)> parameters)
    {
        this.parameters = [.. parameters.Select(parameter => (parameter.Name, new Parameter(parameter.Value.clone())))];
        this.oracle = oracle;
        optimizer = oracle.Create(this.parameters.Select(parameter => parameter.Value));
        schedule = oracle.Schedule?.Invoke(optimizer);
    }

    /// <summary>What the players of a game are moved by: G's first.</summary>
    public static IReadOnlyDictionary<string, Oracle[]> Of { get; } = new Dictionary<string, Oracle[]>
    {
        [nameof(PlainSgdGame)] = [new(p => SGD(p, 0.1)), new(p => SGD(p, 1e-3, momentum: 0.9))],
        [nameof(SgdGame)] = [new(p => SGD(p, 0.05, momentum: 0.9, dampening: 0.3, weight_decay: 0.1)),
            new(p => SGD(p, 0.05, momentum: 0.8, weight_decay: 0.1, nesterov: true))],
        [nameof(RmsPropGame)] = [new(p => RMSProp(p, 0.01)), new(p => RMSProp(p, 1e-3, alpha: 0.9, eps: 1e-4, weight_decay: 0.1))],
        [nameof(CenteredRmsPropGame)] =
            [new(p => RMSProp(p, 0.01, momentum: 0.9)), new(p => RMSProp(p, 1e-3, alpha: 0.8, eps: 1e-3, weight_decay: 0.05, momentum: 0.5, centered: true))],
        [nameof(AdamGame)] = [new(p => Adam(p)), new(p => Adam(p, 1e-2, beta1: 0, beta2: 0.9, eps: 1e-3))],
        [nameof(AmsgradGame)] = [new(p => Adam(p, weight_decay: 0.1)), new(p => Adam(p, beta2: 0.5, weight_decay: 0.1, amsgrad: true))],
        [nameof(BoundedGame)] =
        [
            new(p => SGD(p, 0.1, momentum: 0.5), Schedule: o => lr_scheduler.LambdaLR(o, CosineAfterWarmUp), MaxNorm: 20),
            new(
                p => Adam(p, 1e-2, eps: 1e-4),
                Schedule: o => lr_scheduler.LinearLR(o, start_factor: 1, end_factor: 0.5, total_iters: 10),
                MaxNorm: 15,
                Limit: 0.3),
        ],
        [nameof(BoundedRmsPropGame)] =
        [
            new(p => RMSProp(p, 1e-2, eps: 1e-4), Schedule: o => lr_scheduler.LinearLR(o, start_factor: 1.0 / 6, end_factor: 1, total_iters: 5), MaxNorm: 10),
            new(
                p => RMSProp(p, 2e-2, momentum: 0.5, eps: 1e-4),
                Schedule: o => lr_scheduler.LinearLR(o, start_factor: 1.0 / 6, end_factor: 1, total_iters: 5),
                MaxNorm: 10,
                Limit: 0.4),
        ],
        [nameof(AdamWGame)] =
            [new(p => AdamW(p, weight_decay: 0.01)), new(p => AdamW(p, 1e-2, beta1: 0.5, beta2: 0.6, eps: 1e-4, weight_decay: 0.2, amsgrad: true))],
    };

    /// <summary>One move against given gradients.</summary>
    public void Step(IReadOnlyDictionary<string, Tensor> gradients)
    {
        foreach (var (name, value) in parameters) value.grad = gradients[name].clone();
        if (oracle.MaxNorm is { } bound) nn.utils.clip_grad_norm_(parameters.Select(parameter => parameter.Value), bound);
        optimizer.step();
        schedule?.step();
        if (oracle.Limit is not { } limit) return;
        using var untracked = no_grad();
        foreach (var (_, value) in parameters) value.clamp_(-limit, limit);
    }

    /// <summary>All parameters as one vector: what a distance relative to a single small parameter would say is nothing.</summary>
    public Tensor Vector()
    {
        using var untracked = no_grad();
        return cat([.. parameters.Select(parameter => parameter.Value.flatten())]);
    }

    // Three updates of warm-up, then eight along the cosine to a tenth, and there it stays.
    private static double CosineAfterWarmUp(int update) =>
        update < 3 ? (update + 1) / 4.0 : 0.1 + (0.9 * (1 + Math.Cos(Math.PI * Math.Min(update - 3, 8) / 8)) / 2);

    public void Dispose() => optimizer.Dispose();
}
