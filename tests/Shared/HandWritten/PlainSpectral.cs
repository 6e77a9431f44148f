using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>
/// torch.nn.utils.spectral_norm by its formula, which TorchSharp does not have: a layer whose weight is divided by uᵀWv, with one power iteration a pass in
/// train mode.
/// </summary>
public sealed class PlainSpectral : Module<Tensor, Tensor>
{
    private readonly int dimension;
    private readonly int iterations;
    private readonly Func<Tensor, Tensor, Tensor?, Tensor> layer;

    private PlainSpectral(long[] weight, int dimension, long? bias, Func<Tensor, Tensor, Tensor?, Tensor> layer, int iterations = 1)
        : base(nameof(PlainSpectral))
    {
        this.dimension = dimension;
        this.layer = layer;
        this.iterations = iterations;
        var rows = weight[dimension];
        register_parameter("weight_orig", new Parameter(torch.randn(weight)));
        if (bias is { } count) register_parameter("bias", new Parameter(torch.randn(count)));
        register_buffer("weight_u", torch.randn(rows));
        register_buffer("weight_v", torch.randn(weight.Aggregate(1L, (product, size) => product * size) / rows));
    }

    public static PlainSpectral Linear(long inputs, long outputs, bool bias = true, int iterations = 1) =>
        new([outputs, inputs], 0, bias ? outputs : null, functional.linear, iterations);

    public static PlainSpectral Conv2d(long inputs, long outputs, long kernel, long stride = 1, long padding = 0, bool bias = true) =>
        new([outputs, inputs, kernel, kernel], 0, bias ? outputs : null, (x, w, b) => functional.conv2d(x, w, b, [stride, stride], [padding, padding]));

    public static PlainSpectral ConvTranspose2d(long inputs, long outputs, long kernel, long stride = 1, long padding = 0) =>
        new([inputs, outputs, kernel, kernel], 1, outputs, (x, w, b) => functional.conv_transpose2d(x, w, b, [stride, stride], [padding, padding]));

    public override Tensor forward(Tensor input) => layer(input, Divided(this, "weight", dimension, iterations), get_parameter("bias"));

    /// <summary>A weight of a module, which has it as _orig beside _u and _v, divided by its largest singular value.</summary>
    public static Tensor Divided(nn.Module module, string name, int dimension = 0, int iterations = 1, double eps = 1e-12)
    {
        var weight = module.get_parameter($"{name}_orig")!;
        var (u, v) = (module.get_buffer($"{name}_u")!, module.get_buffer($"{name}_v")!);
        var matrix = weight.transpose(0, dimension).flatten(1);
        if (module.training)
        {
            using var untracked = no_grad();
            for (var i = 0; i < iterations; i++)
            {
                var columns = matrix.t().mv(u);
                v.copy_(columns / columns.norm().clamp_min(eps));
                var rows = matrix.mv(v);
                u.copy_(rows / rows.norm().clamp_min(eps));
            }
        }

        return weight / u.clone().dot(matrix.mv(v.clone()));
    }
}
