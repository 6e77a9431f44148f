using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// Adam over a network's flat buffers: one pass over parameters, gradients and both moments, however many layers there are.
/// PyTorch equivalent: <c>torch.optim.Adam(…, fused=True)</c>, whose kernel it calls.
/// </summary>
public sealed class FlatAdam : IDisposable
{
    // TorchSharp binds no fused optimiser; TorchScript reaches libtorch's. The function returns what it changed:
    // one that only changes the members of its lists would be optimised away as dead code.
    private const string Script = """
        def adam(p: Tensor, g: Tensor, m: Tensor, v: Tensor, step: Tensor, lr: float, beta1: float, beta2: float, eps: float, weight_decay: float):
            step.add_(1)
            parameters = [p]
            largest: List[Tensor] = []
            torch._fused_adam_(parameters, [g], [m], [v], largest, [step], lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps, amsgrad=False, maximize=False)
            return parameters[0]

        def amsgrad(p: Tensor, g: Tensor, m: Tensor, v: Tensor, step: Tensor, lr: float, beta1: float, beta2: float, eps: float, weight_decay: float, largest: Tensor):
            step.add_(1)
            parameters = [p]
            torch._fused_adam_(parameters, [g], [m], [v], [largest], [step], lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps, amsgrad=True, maximize=False)
            return parameters[0]

        """;

    private static readonly Lazy<jit.CompilationUnit> Unit = new(() => jit.compile(Script));

    private readonly string function;
    private readonly object[] arguments;
    private readonly Tensor[] moments;
    private readonly Scalar[] numbers;

    /// <summary>Starts with moments of 0.</summary>
    /// <param name="network">Whose parameters to move.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay of the gradient's mean.</param>
    /// <param name="beta2">The decay of the gradient's second moment.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weightDecay">The weight of the L2 penalty.</param>
    /// <param name="amsgrad">Whether to divide by the largest second moment so far.</param>
    public FlatAdam(TorchNetwork network, double lr, double beta1, double beta2, double eps, double weightDecay, bool amsgrad)
    {
        ArgumentNullException.ThrowIfNull(network);
        var step = zeros(1, device: network.Device);
        moments = [zeros_like(network.Flat), zeros_like(network.Flat), .. amsgrad ? new[] { zeros_like(network.Flat) } : [], step];

        // Scalars of our own: those that TorchScript calls make of doubles can be finalised before the call has read them.
        numbers = [lr, beta1, beta2, eps, weightDecay];
        arguments = [network.Flat, network.FlatGradient, moments[0], moments[1], step, .. numbers, .. amsgrad ? new object[] { moments[2] } : []];
        function = amsgrad ? "amsgrad" : "adam";
    }

    /// <summary>Moves the parameters against their gradients.</summary>
    public void Step()
    {
        ((Tensor)Unit.Value.invoke(function, arguments)).Dispose();
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var moment in moments) moment.Dispose();
        foreach (var number in numbers) number.Dispose();
    }
}
