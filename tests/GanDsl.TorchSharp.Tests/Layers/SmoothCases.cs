using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 9)]
[GELU]
internal sealed partial class GELUExact;

[Generator(latent: 9)]
[GELU(GeluApproximation.Tanh), Dense(9), GELU, Tanh]
internal sealed partial class GELUByTanh;

/// <summary>libtorch's function; TorchSharp's own module is made without its argument.</summary>
internal sealed class TanhGELU() : Module<Tensor, Tensor>(nameof(TanhGELU))
{
    public override Tensor forward(Tensor input) => input.gelu(TorchSharp.Modules.GELU.Approximate.tanh);
}

/// <summary>Smooth activations.</summary>
internal static class SmoothCases
{
    public static IReadOnlyDictionary<string, LayerCase> All { get; } = new Dictionary<string, LayerCase>
    {
        [nameof(GELUExact)] = new(9, () => new GELUExact.Torch(1), () => Sequential(GELU())),
        [nameof(GELUByTanh)] = new(9, () => new GELUByTanh.Torch(1), () => Sequential(new TanhGELU(), Linear(9, 9), GELU(), Tanh())),
    };
}
