namespace GanDsl.Generators.Scalars;

/// <summary>
/// A scalar expression. Losses are written in one variable, D's logit ℓ; the elementwise work of programs in numbered variables.
/// Every backend prints expressions and their derivatives; the operators apply obvious simplifications, so that they read as a person would write them.
/// </summary>
internal abstract partial record Scalar
{
    private Scalar()
    {
    }

    /// <summary>ℓ.</summary>
    public sealed record Logit : Scalar;

    /// <summary>The variable with a number: an input of the operation that contains the expression.</summary>
    public sealed record Variable(int Index) : Scalar;

    /// <summary>The number of the sample that the expression is evaluated for.</summary>
    public sealed record SampleIndex : Scalar;

    /// <summary>A number.</summary>
    public sealed record Constant(double Value) : Scalar;

    /// <summary>−x.</summary>
    public sealed record Negate(Scalar Operand) : Scalar;

    /// <summary>x + y.</summary>
    public sealed record Sum(Scalar Left, Scalar Right) : Scalar;

    /// <summary>x · y.</summary>
    public sealed record Product(Scalar Left, Scalar Right) : Scalar;

    /// <summary>x / y.</summary>
    public sealed record Quotient(Scalar Left, Scalar Right) : Scalar;

    /// <summary>A function by its name, with its second number, if it takes one.</summary>
    public sealed record Call(string Name, Scalar Operand, double? Number = null) : Scalar
    {
        public ScalarFunction Function => Rows[Name];
    }

    /// <summary>One of two expressions: the first where the condition is positive. Its derivative does not go through the condition.</summary>
    public sealed record Choice(Scalar Condition, Scalar Positive, Scalar Otherwise) : Scalar;

    public static readonly Scalar L = new Logit();

    public static Scalar X(int index) => new Variable(index);

    /// <summary>max(x, 0).</summary>
    public static Scalar Relu(Scalar operand) => Leaky(operand, 0);

    /// <summary>Whole powers up to it are products, for operands of either sign.</summary>
    public const double LargestWholePower = 16;

    /// <summary>Where <see cref="Growth"/> departs from eˣ.</summary>
    public const double GrowthBound = 15;

    /// <summary>eˣ up to 15 and its tangent above: C¹, and finite in float32, with its slope, for every logit.</summary>
    public static Scalar Growth(Scalar operand) => Choose(
        operand - GrowthBound, Math.Exp(GrowthBound) * (operand - (GrowthBound - 1)), Exp(operand));

    /// <summary><see cref="Growth"/> − 1, accurate where it is close to 0.</summary>
    public static Scalar Growthm1(Scalar operand) => Choose(
        operand - GrowthBound, (Math.Exp(GrowthBound) * (operand - (GrowthBound - 1))) - 1, Expm1(operand));

    public static Scalar Choose(Scalar condition, Scalar positive, Scalar otherwise) =>
        condition is Constant constant ? (constant.Value > 0 ? positive : otherwise)
        : positive == otherwise ? positive
        : new Choice(condition, positive, otherwise);

    /// <summary>1 where x is positive, −1 where it is negative, else 0.</summary>
    public static Scalar Sign(Scalar operand) => Choose(operand, 1, 0) - Choose(-operand, 1, 0);

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
        (Constant a, Product(Constant b, var x)) => (a.Value * b.Value) * x,
        (Product, Constant) => right * left,
        _ => new Product(left, right),
    };

    public static Scalar operator /(Scalar left, Scalar right) => (left, right) switch
    {
        (Constant a, Constant b) => new Constant(a.Value / b.Value),
        (Constant { Value: 0 }, _) => left,
        (_, Constant b) => (1 / b.Value) * left,
        (Negate a, _) => -(a.Operand / right),
        _ => new Quotient(left, right),
    };

    /// <summary>The derivative with respect to ℓ.</summary>
    public Scalar Derivative() => Derivative(L);

    /// <summary>The derivative with respect to a variable.</summary>
    public Scalar Derivative(Scalar variable) => Derivative(variable, value: null);

    /// <summary>
    /// The derivative with respect to a variable, in terms of the expression's own value where that is simpler: 1 − y² for tanh.
    /// The activation's input is then not needed.
    /// </summary>
    public Scalar Derivative(Scalar variable, Scalar? value) => this == variable ? 1 : this switch
    {
        Logit or Variable or SampleIndex or Constant => 0,
        Negate(var x) => -x.Derivative(variable),
        Sum(var x, var y) => x.Derivative(variable) + y.Derivative(variable),
        Product(var x, var y) => (x.Derivative(variable) * y) + (x * y.Derivative(variable)),
        Quotient(var x, var y) => (x.Derivative(variable) / y) - (y.Derivative(variable) * ((value ?? (x / y)) / y)),
        Call(_, var x, var number) call => Along(call.Function.Derivative(x, value ?? this, number ?? 0), x.Derivative(variable)),
        Choice(var condition, var x, var y) => Choose(condition, x.Derivative(variable), y.Derivative(variable)),
        _ => throw new InvalidOperationException($"No derivative is written for {GetType().Name}."),
    };

    // The chain rule.
    private static Scalar Along(Scalar slope, Scalar inner) => slope is Quotient(Constant(1), var divisor) ? inner / divisor : slope * inner;

    /// <summary>The expression with its leaves (variables, ℓ) replaced, and simplified where possible.</summary>
    public Scalar Replace(Func<Scalar, Scalar> leaf) => this switch
    {
        Logit or Variable => leaf(this),
        SampleIndex or Constant => this,
        Negate(var x) => -x.Replace(leaf),
        Sum(var x, var y) => x.Replace(leaf) + y.Replace(leaf),
        Product(var x, var y) => x.Replace(leaf) * y.Replace(leaf),
        Quotient(var x, var y) => x.Replace(leaf) / y.Replace(leaf),
        Call(_, var x, var number) call => call.Function.Of(x.Replace(leaf), number),
        Choice(var condition, var x, var y) => Choose(condition.Replace(leaf), x.Replace(leaf), y.Replace(leaf)),
        _ => throw new InvalidOperationException($"No replacement is written for {GetType().Name}."),
    };

    /// <summary>The operands of the expression's outermost operation.</summary>
    public IEnumerable<Scalar> Operands => this switch
    {
        Negate(var x) => [x],
        Sum(var x, var y) => [x, y],
        Product(var x, var y) => [x, y],
        Quotient(var x, var y) => [x, y],
        Call(_, var x, _) => [x],
        Choice(var condition, var x, var y) => [condition, x, y],
        _ => [],
    };

    /// <summary>The expression and everything in it.</summary>
    public IEnumerable<Scalar> All => Operands.SelectMany(operand => operand.All).Prepend(this);

    /// <summary>The value at some variables, in float64: the reference that every backend's text is tested against.</summary>
    public double Evaluate(Func<Scalar, double> leaf) => Evaluate(leaf, value => value);

    /// <summary>The value with every intermediate result rounded, as in a shorter format.</summary>
    public double Evaluate(Func<Scalar, double> leaf, Func<double, double> round) => round(this switch
    {
        Constant(var value) => value,
        Logit or Variable or SampleIndex => leaf(this),
        Negate(var x) => -x.Evaluate(leaf, round),
        Sum(var x, var y) => x.Evaluate(leaf, round) + y.Evaluate(leaf, round),
        Product(var x, var y) => x.Evaluate(leaf, round) * y.Evaluate(leaf, round),
        Quotient(var x, var y) => x.Evaluate(leaf, round) / y.Evaluate(leaf, round),
        Call(_, var x, var number) call => call.Function.Value(x.Evaluate(leaf, round), number ?? 0),
        Choice(var condition, var x, var y) => condition.Evaluate(leaf, round) > 0 ? x.Evaluate(leaf, round) : y.Evaluate(leaf, round),
        _ => throw new InvalidOperationException($"No value is written for {GetType().Name}."),
    });
}
