using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Prints a derivative, averaged over the batch, as tensor operations that own what they overwrite.</summary>
/// <param name="variable">The tensor of the expression's variable.</param>
/// <param name="numbered">Its numbered variables: names of tensors, or expressions that return new ones.</param>
internal sealed class TorchScalarText(string variable, params string[] numbered)
{
    /// <summary><paramref name="scalar"/> divided for the mean: an expression that returns a new tensor.</summary>
    /// <param name="scalar">The derivative.</param>
    /// <param name="patches">How many numbers a sample has.</param>
    public string Mean(Scalar scalar, int patches = 1)
    {
        var factor = 1.0 / patches;
        while (true)
        {
            switch (scalar)
            {
                case Scalar.Negate(var x):
                    (factor, scalar) = (-factor, x);
                    continue;
                case Scalar.Product(Scalar.Constant(var value), var x):
                    (factor, scalar) = (factor * value, x);
                    continue;
                case Scalar.Product(var x, Scalar.Constant(var value)):
                    (factor, scalar) = (factor * value, x);
                    continue;
                case Scalar.Constant(var value):
                    return $"Filled({variable}, Share({Numbers.Literal(factor * value)}))";
                default:
                    return $"{Owned(scalar)}.mul_(Share({Numbers.Literal(factor)}))";
            }
        }
    }

    private string Owned(Scalar scalar) => scalar switch
    {
        _ when NameOf(scalar) is { } name => $"{name}.clone()",
        Scalar.Variable(var index) => numbered[index],
        Scalar.Constant(var value) => $"Filled({variable}, {Number(value)})",
        Scalar.Negate(var x) when NameOf(x) is { } name => $"{name}.neg()",
        Scalar.Negate(var x) => $"{Owned(x)}.neg_()",
        Scalar.Sum(var x, Scalar.Negate(Scalar.Variable y)) when NameOf(y) is { } name => $"{Owned(x)}.sub_({name})",
        Scalar.Call("LeakyReLU", var x, 0) => $"{Owned(x)}.relu_()",
        Scalar.Call(_, var x, null) { Function.Torch: { } function } when NameOf(x) is { } name => $"{name}.{function}()",
        Scalar.Call(_, var x, var number) { Function.Torch: { } function } => $"{Owned(x)}.{function}_({(number is { } value ? Number(value) : "")})",
        Scalar.Quotient(Scalar.Constant(1), Scalar.Call(nameof(Scalar.Sqrt), var x, _)) => $"{Owned(x)}.rsqrt_()",
        Scalar.Quotient(Scalar.Constant(var value), Scalar.Call(nameof(Scalar.Sqrt), var x, _)) => $"{Owned(x)}.rsqrt_().mul_({Number(value)})",
        Scalar.Quotient(Scalar.Constant(var value), var x) => $"{Owned(x)}.reciprocal_().mul_({Number(value)})",
        Scalar.Quotient(var x, var y) => $"Over({Owned(x)}, {Owned(y)})",
        Scalar.Choice(var condition, var x, var y) => $"Choose({Owned(condition)}, {Owned(x)}, {Owned(y)})",
        Scalar.Sum(Scalar.Logit, Scalar.Constant(var value)) => $"{variable}.add({Number(value)})",
        Scalar.Sum(Scalar.Choice(var x, Scalar.Constant(1), Scalar.Constant(0)), _) when scalar == Scalar.Sign(x) => $"{Owned(x)}.sign_()",
        Scalar.Sum(var x, Scalar.Constant(var value)) => $"{Owned(x)}.add_({Number(value)})",
        Scalar.Sum(Scalar.Constant(var value), var x) => $"{Owned(x)}.add_({Number(value)})",
        Scalar.Sum(var x, var y) => $"Plus({Owned(x)}, {Owned(y)})",
        Scalar.Product(Scalar.Constant(var value), var x) => $"{Owned(x)}.mul_({Number(value)})",
        Scalar.Product(var x, var y) => $"Times({Owned(x)}, {Owned(y)})",
        _ => throw new InvalidOperationException($"No Torch text is written for {scalar.GetType().Name}."),
    };

    /// <summary>A variable's own tensor, which something else owns: nothing may overwrite it.</summary>
    private string? NameOf(Scalar scalar) => scalar switch
    {
        Scalar.Logit => variable,
        Scalar.Variable(var index) when numbered[index].All(char.IsLetterOrDigit) => numbered[index],
        _ => null,
    };

    private static string Number(double value) => $"Number({Numbers.Literal(value)})";
}
