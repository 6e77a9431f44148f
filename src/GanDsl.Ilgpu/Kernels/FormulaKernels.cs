using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Formulas, one work item per sample.</summary>
public static class FormulaKernels
{
    /// <summary>Writes the results of the samples one after the other. Item k computes the samples k, k + items, …</summary>
    public static void Compute<TFormulas>(Index1D item, MapArguments arguments)
        where TFormulas : struct, IFormulas
    {
        for (var sample = (int)item; (uint)sample < (uint)arguments.Count; sample += arguments.Items)
        {
            TFormulas.Apply(sample, arguments.Operands, arguments.Output.SubView(sample * TFormulas.Results));
        }
    }
}
