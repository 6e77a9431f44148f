using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>libtorch's fused kernels of optimisers, as calls in TorchScript.</summary>
internal static class TorchFusedKernel
{
    // Elsewhere TorchScript could not tell the type of an empty list.
    private const string NoTensors = "none: List[Tensor] = []\n";

    /// <summary>
    /// The call over <c>parameters</c>, a list, the gradients <c>g</c> and the slots, with the learning rate <c>lr</c> and, where the kernel counts, the number
    /// of the update <c>step</c>; null for an optimiser that libtorch has no such kernel for, whose lines are printed instead.
    /// </summary>
    public static string? Of(Optimizer optimizer) => optimizer switch
    {
        Adam adam => Fused("_fused_adam_", adam),
        AdamW adam => Fused("_fused_adamw_", new Adam(adam.Lr, adam.Beta1, adam.Beta2, adam.Eps, adam.WeightDecay, adam.Amsgrad, adam.Player)),

        // With a dampening the kernel would have to be told which update is the first.
        Sgd { Dampens: false } sgd => Fused(sgd),
        _ => null,
    };

    /// <summary>Whether the kernel reads the number of the update.</summary>
    public static bool Counts(Optimizer optimizer) => optimizer is Adam or AdamW;

    private static string Fused(string kernel, Adam adam) =>
        $"{(adam.Amsgrad ? "" : NoTensors)}torch.{kernel}(parameters, [g], [exp_avg], [exp_avg_sq], {(adam.Amsgrad ? "[max_exp_avg_sq]" : "none")}, [step], "
        + $"lr=lr, beta1={Numbers.Fraction(adam.Beta1)}, beta2={Numbers.Fraction(adam.Beta2)}, weight_decay={Numbers.Fraction(adam.WeightDecay)}, "
        + $"eps={Numbers.Fraction(adam.Eps)}, amsgrad={Literal(adam.Amsgrad)}, maximize=False)";

    private static string Fused(Sgd sgd) =>
        $"{(sgd.Momentum == 0 ? NoTensors : "")}torch._fused_sgd_(parameters, [g], {(sgd.Momentum == 0 ? "none" : "[momentum_buffer]")}, "
        + $"weight_decay={Numbers.Fraction(sgd.WeightDecay)}, momentum={Numbers.Fraction(sgd.Momentum)}, lr=lr, dampening=0.0, "
        + $"nesterov={Literal(sgd.Nesterov)}, "
        + "maximize=False, is_first_step=False)";

    private static string Literal(bool value) => value ? "True" : "False";
}
