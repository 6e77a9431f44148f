using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Prints a derivative, averaged over the batch, as tensor operations that own what they overwrite.</summary>
/// <param name="variable">The name of the tensor that the expression's variable stands for.</param>
/// <param name="numbered">What its numbered variables stand for: the names of tensors, or expressions that give new ones.</param>
internal sealed class TorchScalarText(string variable, params string[] numbered)
{
    /// <summary>The mean's share of <paramref name="scalar"/>: an expression that gives a new tensor.</summary>
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
        Scalar.Logit => $"{variable}.clone()",
        Scalar.Variable(var index) => IsName(index) ? $"{numbered[index]}.clone()" : numbered[index],
        Scalar.Negate(Scalar.Variable(var index)) when IsName(index) => $"{numbered[index]}.neg()",
        Scalar.Sum(var x, Scalar.Negate(Scalar.Variable(var index))) when IsName(index) => $"{Owned(x)}.sub_({numbered[index]})",
        Scalar.ExpOf(Scalar.Variable(var index)) when IsName(index) => $"{numbered[index]}.exp()",
        Scalar.Constant(var value) => $"Filled({variable}, {Number(value)})",
        Scalar.Negate(Scalar.Logit) => $"{variable}.neg()",
        Scalar.Negate(var x) => $"{Owned(x)}.neg_()",
        Scalar.SigmoidOf(Scalar.Logit) => $"{variable}.sigmoid()",
        Scalar.SigmoidOf(var x) => $"{Owned(x)}.sigmoid_()",
        Scalar.SoftplusOf(var x) => $"Softplus({Owned(x)})",
        Scalar.SqrtOf(var x) => $"{Owned(x)}.sqrt_()",
        Scalar.Quotient(Scalar.Constant(1), Scalar.SqrtOf(var x)) => $"{Owned(x)}.rsqrt_()",
        Scalar.Quotient(Scalar.Constant(var value), Scalar.SqrtOf(var x)) => $"{Owned(x)}.rsqrt_().mul_({Number(value)})",
        Scalar.Quotient(Scalar.Constant(var value), var x) => $"{Owned(x)}.reciprocal_().mul_({Number(value)})",
        Scalar.Quotient(var x, var y) => $"Over({Owned(x)}, {Owned(y)})",
        Scalar.TanhOf(var x) => $"{Owned(x)}.tanh_()",
        Scalar.CosOf(var x) => $"{Owned(x)}.cos_()",
        Scalar.SinOf(var x) => $"{Owned(x)}.sin_()",
        Scalar.FloorOf(var x) => $"{Owned(x)}.floor_()",
        Scalar.ErfOf(var x) => $"{Owned(x)}.erf_()",
        Scalar.ExpOf(Scalar.Logit) => $"{variable}.exp()",
        Scalar.ExpOf(var x) => $"{Owned(x)}.exp_()",
        Scalar.Expm1Of(var x) => $"{Owned(x)}.expm1_()",
        Scalar.LogOf(var x) => $"{Owned(x)}.log_()",
        Scalar.PowerOf(var x, var exponent) => $"{Owned(x)}.pow_({Number(exponent)})",
        Scalar.LeakyOf(var x, 0) => $"{Owned(x)}.relu_()",
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

    private bool IsName(int index) => numbered[index].All(char.IsLetterOrDigit);

    private static string Number(double value) => $"Number({Numbers.Literal(value)})";
}
