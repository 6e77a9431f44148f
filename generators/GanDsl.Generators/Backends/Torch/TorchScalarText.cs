using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Prints a derivative dL/dℓ, averaged over the batch, as tensor operations that own what they overwrite.</summary>
internal static class TorchScalarText
{
    /// <summary>The mean's share of <paramref name="scalar"/> for a tensor <c>logits</c>: an expression that gives a new tensor.</summary>
    public static string Mean(Scalar scalar)
    {
        var factor = 1.0;
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
                    return $"Filled(logits, Share({Numbers.Literal(factor * value)}))";
                default:
                    return $"{Owned(scalar)}.mul_(Share({Numbers.Literal(factor)}))";
            }
        }
    }

    private static string Owned(Scalar scalar) => scalar switch
    {
        Scalar.Logit => "logits.clone()",
        Scalar.Constant(var value) => $"Filled(logits, {Numbers.Literal(value)})",
        Scalar.Negate(Scalar.Logit) => "logits.neg()",
        Scalar.Negate(var x) => $"{Owned(x)}.neg_()",
        Scalar.SigmoidOf(Scalar.Logit) => "logits.sigmoid()",
        Scalar.SigmoidOf(var x) => $"{Owned(x)}.sigmoid_()",
        Scalar.SoftplusOf(var x) => $"Softplus({Owned(x)})",
        Scalar.Sum(var x, Scalar.Constant(var value)) => $"{Owned(x)}.add_({Numbers.Literal(value)})",
        Scalar.Sum(var x, var y) => $"Plus({Owned(x)}, {Owned(y)})",
        Scalar.Product(var x, var y) => $"Times({Owned(x)}, {Owned(y)})",
        _ => throw new InvalidOperationException($"No Torch text is written for {scalar.GetType().Name}."),
    };
}
