using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Optimizers;

/// <summary>torch.optim's own classes for the players of <c>OptimizerGames</c>, on copies of a player's parameters.</summary>
internal sealed class OptimizerOracle : IDisposable
{
    private readonly optim.Optimizer optimizer;
    private readonly IReadOnlyList<(string Name, Parameter Value)> parameters;

    public OptimizerOracle(Func<IEnumerable<Parameter>, optim.Optimizer> create, IEnumerable<(string Name, Tensor Value)> parameters)
    {
        this.parameters = [.. parameters.Select(parameter => (parameter.Name, new Parameter(parameter.Value.clone())))];
        optimizer = create(this.parameters.Select(parameter => parameter.Value));
    }

    /// <summary>What the players of a game are moved by: G's first.</summary>
    public static IReadOnlyDictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>[]> Of { get; } = new Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>[]>
    {
        [nameof(PlainSgdGame)] = [p => optim.SGD(p, 0.1), p => optim.SGD(p, 1e-3, momentum: 0.9)],
        [nameof(SgdGame)] = [p => optim.SGD(p, 0.05, momentum: 0.9, dampening: 0.3, weight_decay: 0.1), p => optim.SGD(p, 0.05, momentum: 0.8, weight_decay: 0.1, nesterov: true)],
        [nameof(RmsPropGame)] = [p => optim.RMSProp(p, 0.01), p => optim.RMSProp(p, 1e-3, alpha: 0.9, eps: 1e-4, weight_decay: 0.1)],
        [nameof(CenteredRmsPropGame)] =
            [p => optim.RMSProp(p, 0.01, momentum: 0.9), p => optim.RMSProp(p, 1e-3, alpha: 0.8, eps: 1e-3, weight_decay: 0.05, momentum: 0.5, centered: true)],
        [nameof(AdamGame)] = [p => optim.Adam(p), p => optim.Adam(p, 1e-2, beta1: 0, beta2: 0.9, eps: 1e-3)],
        [nameof(AmsgradGame)] = [p => optim.Adam(p, weight_decay: 0.1), p => optim.Adam(p, beta2: 0.5, weight_decay: 0.1, amsgrad: true)],
        [nameof(AdamWGame)] = [p => optim.AdamW(p, weight_decay: 0.01), p => optim.AdamW(p, 1e-2, beta1: 0.5, beta2: 0.6, eps: 1e-4, weight_decay: 0.2, amsgrad: true)],
    };

    /// <summary>One move against given gradients.</summary>
    public void Step(IReadOnlyDictionary<string, Tensor> gradients)
    {
        foreach (var (name, value) in parameters) value.grad = gradients[name].clone();
        optimizer.step();
    }

    /// <summary>All parameters as one vector: what a distance relative to a single small parameter would say is nothing.</summary>
    public Tensor Vector()
    {
        using var untracked = no_grad();
        return cat([.. parameters.Select(parameter => parameter.Value.flatten())]);
    }

    public void Dispose() => optimizer.Dispose();
}
