using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>
/// A function of each element, declared by its expression, which programs compute, differentiate and export. libtorch has each as one function, forward and
/// backward, which the Torch text calls; in place where the derivative follows from the output.
/// </summary>
/// <param name="Kind">The attribute's name, which is that of PyTorch's module.</param>
/// <param name="Function">The function, of x0.</param>
internal record Activation(string Kind, Scalar Function) : Layer
{
    private static readonly Scalar Input = Scalar.X(0), Output = Scalar.X(2);

    /// <summary>The arguments of PyTorch's module.</summary>
    public string PythonArguments { get; init; } = "";

    /// <summary>The arguments, besides the tensor, of the layer's function in TorchNetwork; null where libtorch's is a method of tensors.</summary>
    public string? TorchArguments { get; init; }

    /// <summary>libtorch's name of the function where TorchSharp does not bind it, else null. Autograd differentiates it.</summary>
    public string? Aten { get; init; }

    /// <summary>What stands behind the name where people read of the layer.</summary>
    public string Details { get; init; } = "";

    /// <summary>The first argument that is out of range, or null.</summary>
    public string? Flaw { get; init; }

    public sealed override string Name => Kind;

    public sealed override string Description => Name + Details;

    public sealed override bool BackwardReadsOutput => !BackwardReadsInput || Aten is not null;

    public sealed override bool GivesShares => Function == Scalar.Sigmoid(Input);

    private bool BackwardReadsInput => Function.Derivative(Input, value: Output).All.Contains(Input);

    private bool IsPiecewiseLinear => Function.Derivative(Input).Derivative(Input) == 0;

    public sealed override string? BadArgument() => Flaw;

    public sealed override Fit Fit(Shape input) => new Fit.Gives(input);

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.{Name}({PythonArguments})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => Aten is not null ? new($"Aten(\"{Aten}\", {names.Input})")
        : TorchArguments is null ? new($"{names.Input}.{Name.ToLowerInvariant()}()", BackwardReadsInput ? null : $"{names.Input}.{Name.ToLowerInvariant()}_();")
        : new(Call("", names.Input), BackwardReadsInput ? null : Call("InPlace", names.Input) + ";");

    public sealed override TorchBackward? Backward(TorchNames names, string output, Shape input) => BackwardReadsInput || Aten is not null
        ? null
        : TorchBackward.InPlace(Call("BackwardInPlace", $"gradient, {output}") + ";", IsPiecewiseLinear ? Call("Backward", $"gradient, {output}") : null);

    public override Value Lower(Lowering at, Value input) => at.Map(Function, input);

    private string Call(string what, string tensors) => $"{Name}{what}({tensors}{(TorchArguments is null or "" ? "" : $", {TorchArguments}")})";
}
