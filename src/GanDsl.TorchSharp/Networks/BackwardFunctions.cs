namespace GanDsl.Torch;

/// <summary>libtorch's derivatives of layers, which autograd calls and TorchSharp does not bind. Those of activations overwrite the gradient.</summary>
internal static class BackwardFunctions
{
    private const string Script = """
        def leaky_relu(gradient: Tensor, y: Tensor, slope: float):
            torch.leaky_relu_backward(gradient, y, slope, True, grad_input=gradient)

        def relu(gradient: Tensor, y: Tensor):
            torch.threshold_backward(gradient, y, 0, grad_input=gradient)

        def tanh(gradient: Tensor, y: Tensor):
            torch.tanh_backward(gradient, y, grad_input=gradient)

        def sigmoid(gradient: Tensor, y: Tensor):
            torch.sigmoid_backward(gradient, y, grad_input=gradient)

        def batch_norm(x: Tensor, weight: Optional[Tensor], bias: Optional[Tensor], running_mean: Optional[Tensor], running_var: Optional[Tensor], momentum: float, eps: float):
            return torch.native_batch_norm(x, weight, bias, running_mean, running_var, True, momentum, eps)

        def batch_norm_back(gradient: Tensor, x: Tensor, weight: Optional[Tensor], mean: Tensor, deviation: Tensor, eps: float, of_weight: Optional[Tensor], of_bias: Optional[Tensor]):
            at_x, at_weight, at_bias = torch.native_batch_norm_backward(gradient, x, weight, None, None, mean, deviation, True, eps, [True, True, True])
            if of_weight is not None:
                of_weight.copy_(at_weight)
            if of_bias is not None:
                of_bias.copy_(at_bias)
            return at_x

        def sum_of_samples(gradient: Tensor, of_bias: Tensor):
            torch.sum(gradient, [0], out=of_bias)

        def sum_of_channels(gradient: Tensor, of_bias: Tensor):
            torch.sum(gradient, [0, 2, 3], out=of_bias)
        """;

    public static TorchFunction LeakyReLU { get; } = new(Script, "leaky_relu");

    public static TorchFunction ReLU { get; } = new(Script, "relu");

    public static TorchFunction Tanh { get; } = new(Script, "tanh");

    public static TorchFunction Sigmoid { get; } = new(Script, "sigmoid");

    public static TorchFunction BatchNorm { get; } = new(Script, "batch_norm");

    public static TorchFunction BatchNormBackward { get; } = new(Script, "batch_norm_back");

    public static TorchFunction SumOfSamples { get; } = new(Script, "sum_of_samples");

    public static TorchFunction SumOfChannels { get; } = new(Script, "sum_of_channels");
}
