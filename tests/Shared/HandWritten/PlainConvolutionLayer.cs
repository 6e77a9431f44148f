using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>nn.Conv2d and nn.ConvTranspose2d that convolve by <see cref="PlainConvolution"/>: the same names, and first weights of the same draws.</summary>
public sealed class PlainConvolutionLayer : Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor, Tensor?, Tensor> convolve;

    private PlainConvolutionLayer(Parameter weight, Parameter? bias, Func<Tensor, Tensor, Tensor?, Tensor> convolve)
        : base(nameof(PlainConvolutionLayer))
    {
        this.convolve = convolve;
        register_parameter("weight", weight);
        if (bias is not null) register_parameter("bias", bias);
    }

    public static PlainConvolutionLayer Conv2d(long inputs, long outputs, long kernel, long stride = 1, long padding = 0, bool bias = true)
    {
        using var layer = nn.Conv2d(inputs, outputs, kernel, stride, padding, bias: bias);
        return new(Kept(layer.weight)!, Kept(layer.bias), (x, w, b) => PlainConvolution.Conv2d(x, w, b, (stride, stride), (padding, padding)));
    }

    public static PlainConvolutionLayer ConvTranspose2d(long inputs, long outputs, long kernel, long stride = 1, long padding = 0, bool bias = true)
    {
        using var layer = nn.ConvTranspose2d(inputs, outputs, kernel, stride, padding, bias: bias);
        return new(Kept(layer.weight)!, Kept(layer.bias), (x, w, b) => PlainConvolution.ConvTranspose2d(x, w, b, (stride, stride), (padding, padding)));
    }

    public override Tensor forward(Tensor input) => convolve(input, get_parameter("weight")!, get_parameter("bias"));

    // The layer takes its own with it.
    private static Parameter? Kept(Parameter? parameter) => parameter is null ? null : new Parameter(parameter.detach().clone());
}
