using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu;

/// <content>Latents, including the codes that a head of D predicts.</content>
public abstract partial class IlgpuGame<TLatent, TSample>
{
    private void DrawLatents(ArrayView<float> memory, long offset, int count)
    {
        Draw(noise, memory, offset, count * TLatent.Elements);
        foreach (var code in Codes)
        {
            var kernel = Device.Load<CodeArguments>(code.Code == Code.Categorical ? CodeKernels.Categorical : CodeKernels.Uniform);
            kernel.Launch(
                count, new(memory, output: offset + code.From, stride: TLatent.Elements, width: code.Count, seed: Random.Seed, call: Random.NextCall()));
        }
    }
}
