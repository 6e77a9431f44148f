namespace GanDsl.Generators.Scalars;

/// <summary>
/// An expression in one variable, D's logit ℓ. Losses are written once in it; every backend prints them and their derivatives.
/// The operators simplify what is plainly simpler, so that derivatives read as a person would write them.
/// </summary>
internal abstract record Scalar
{
    private Scalar()
    {
    }

    /// <summary>ℓ.</summary>
    public sealed record Logit : Scalar;

    /// <summary>A number.</summary>
    public sealed record Constant(double Value) : Scalar;

    /// <summary>−x.</summary>
    public sealed record Negate(Scalar Operand) : Scalar;

    /// <summary>x + y.</summary>
    public sealed record Sum(Scalar Left, Scalar Right) : Scalar;

    /// <summary>x · y.</summary>
    public sealed record Product(Scalar Left, Scalar Right) : Scalar;

    /// <summary>sp(x) = log(1 + eˣ), evaluated as max(x, 0) + log1p(e^−|x|): finite wherever x is.</summary>
    public sealed record SoftplusOf(Scalar Operand) : Scalar;

    /// <summary>σ(x) = 1 / (1 + e^−x) = sp′(x).</summary>
    public sealed record SigmoidOf(Scalar Operand) : Scalar;

    public static readonly Scalar L = new Logit();

    public static Scalar Softplus(Scalar operand) => new SoftplusOf(operand);

    public static Scalar Sigmoid(Scalar operand) => new SigmoidOf(operand);

    public static implicit operator Scalar(double value) => new Constant(value);

    public static Scalar operator -(Scalar operand) => operand switch
    {
        Constant constant => new Constant(-constant.Value),
        Negate negated => negated.Operand,
        _ => new Negate(operand),
    };

    public static Scalar operator +(Scalar left, Scalar right) => (left, right) switch
    {
        (Constant a, Constant b) => new Constant(a.Value + b.Value),
        (Constant { Value: 0 }, _) => right,
        (_, Constant { Value: 0 }) => left,
        _ => new Sum(left, right),
    };

    public static Scalar operator -(Scalar left, Scalar right) => left + -right;

    public static Scalar operator *(Scalar left, Scalar right) => (left, right) switch
    {
        (Constant a, Constant b) => new Constant(a.Value * b.Value),
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => new Constant(0),
        (Constant { Value: 1 }, _) => right,
        (_, Constant { Value: 1 }) => left,
        (Constant { Value: -1 }, _) => -right,
        (_, Constant { Value: -1 }) => -left,
        (Negate a, _) => -(a.Operand * right),
        (_, Negate b) => -(left * b.Operand),
        _ => new Product(left, right),
    };

    /// <summary>The derivative with respect to ℓ.</summary>
    public Scalar Derivative() => this switch
    {
        Logit => 1,
        Constant => 0,
        Negate(var x) => -x.Derivative(),
        Sum(var x, var y) => x.Derivative() + y.Derivative(),
        Product(var x, var y) => (x.Derivative() * y) + (x * y.Derivative()),
        SoftplusOf(var x) => Sigmoid(x) * x.Derivative(),
        SigmoidOf(var x) => Sigmoid(x) * Sigmoid(-x) * x.Derivative(),
        _ => throw new InvalidOperationException($"No derivative is written for {GetType().Name}."),
    };
}
