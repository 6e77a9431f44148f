using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>The arguments of torch.optim.Adam; the defaults are those of common DCGAN code.</summary>
/// <param name="Lr">The learning rate.</param>
/// <param name="Beta1">The decay of the gradient's mean.</param>
/// <param name="Beta2">The decay of the gradient's second moment.</param>
/// <param name="Eps">Added to the denominator.</param>
/// <param name="WeightDecay">The weight of the L2 penalty.</param>
/// <param name="Amsgrad">Whether to divide by the largest second moment so far.</param>
public sealed record PlainAdam(
    double Lr = 2e-4,
    double Beta1 = 0.5,
    double Beta2 = 0.999,
    double Eps = 1e-8,
    double WeightDecay = 0,
    bool Amsgrad = false)
{
    /// <summary>Makes it for the parameters of a player.</summary>
    public optim.Optimizer Create(IEnumerable<Parameter> parameters) => optim.Adam(parameters, Lr, Beta1, Beta2, Eps, WeightDecay, Amsgrad);
}
