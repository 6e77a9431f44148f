using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Which Adam it is.</summary>
public interface IAdam
{
    /// <summary>Whether steps divide by the largest second moment so far. PyTorch equivalent: <c>amsgrad=True</c>.</summary>
    static abstract bool Amsgrad { get; }
}

/// <summary>Adam as of Kingma and Ba 2015.</summary>
public readonly struct StandardAdam : IAdam
{
    /// <inheritdoc/>
    public static bool Amsgrad => false;
}

/// <summary>Adam with the largest second moment so far (Reddi et al. 2018).</summary>
public readonly struct AmsgradAdam : IAdam
{
    /// <inheritdoc/>
    public static bool Amsgrad => true;
}

/// <summary>The optimiser's step over a range of parameters.</summary>
public static class AdamKernels
{
    /// <summary>One step. Item k does the elements k, k + items, … PyTorch equivalent: <c>torch.optim.Adam(…, weight_decay, amsgrad).step()</c>.</summary>
    public static void Adam<TAdam>(Index1D item, AdamArguments arguments)
        where TAdam : struct, IAdam
    {
        var parameters = arguments.Parameters;
        var gradients = arguments.Gradients;
        var firsts = arguments.First;
        var seconds = arguments.Second;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var parameter = parameters[i];
            var gradient = gradients[i] + (arguments.WeightDecay * parameter);
            var first = firsts[i] + (arguments.NewFirst * (gradient - firsts[i]));
            var second = (arguments.OldSecond * seconds[i]) + (arguments.NewSecond * gradient * gradient);
            firsts[i] = first;
            seconds[i] = second;
            var scale = second;
            if (TAdam.Amsgrad)
            {
                var largest = arguments.Largest;
                scale = MathF.Max(largest[i], second);
                largest[i] = scale;
            }

            parameters[i] = parameter - (arguments.StepSize * first / ((MathF.Sqrt(scale) * arguments.RootCorrection) + arguments.Eps));
        }
    }
}
