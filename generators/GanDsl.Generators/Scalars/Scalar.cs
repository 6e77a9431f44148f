namespace GanDsl.Generators.Scalars;

/// <summary>
/// A scalar expression. Losses are written in one variable, D's logit ℓ; the elementwise work of programs in numbered variables.
/// Every backend prints expressions and their derivatives; the operators simplify what is plainly simpler, so that those read as a person would write them.
/// </summary>
internal abstract partial record Scalar
{
    private Scalar()
    {
    }

    /// <summary>ℓ.</summary>
    public sealed record Logit : Scalar;

    /// <summary>The variable with a number: an input of the operation that the expression stands in.</summary>
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

    /// <summary>sp(x) = log(1 + eˣ), evaluated as max(x, 0) + log1p(e^−|x|): finite wherever x is.</summary>
    public sealed record SoftplusOf(Scalar Operand) : Scalar;

    /// <summary>σ(x) = 1 / (1 + e^−x) = sp′(x).</summary>
    public sealed record SigmoidOf(Scalar Operand) : Scalar;

    /// <summary>x / y.</summary>
    public sealed record Quotient(Scalar Left, Scalar Right) : Scalar;

    /// <summary>√x.</summary>
    public sealed record SqrtOf(Scalar Operand) : Scalar;

    /// <summary>tanh x.</summary>
    public sealed record TanhOf(Scalar Operand) : Scalar;

    /// <summary>cos x, in radians.</summary>
    public sealed record CosOf(Scalar Operand) : Scalar;

    /// <summary>sin x, in radians.</summary>
    public sealed record SinOf(Scalar Operand) : Scalar;

    /// <summary>The largest whole number that is not above x. Its derivative is 0.</summary>
    public sealed record FloorOf(Scalar Operand) : Scalar;

    /// <summary>erf x = 2/√π · ∫ e^−t² dt from 0 to x.</summary>
    public sealed record ErfOf(Scalar Operand) : Scalar;

    /// <summary>eˣ: infinite in float32 from 89 on. Losses are written with <see cref="Growth"/>, which is not.</summary>
    public sealed record ExpOf(Scalar Operand) : Scalar;

    /// <summary>eˣ − 1, right where eˣ is next to 1.</summary>
    public sealed record Expm1Of(Scalar Operand) : Scalar;

    /// <summary>log x, natural.</summary>
    public sealed record LogOf(Scalar Operand) : Scalar;

    /// <summary>x to a fixed power, for x of at least 0.</summary>
    public sealed record PowerOf(Scalar Operand, double Exponent) : Scalar;

    /// <summary>x where it is positive, else the slope times x.</summary>
    public sealed record LeakyOf(Scalar Operand, double Slope) : Scalar;

    /// <summary>One of two expressions: the first where the condition is positive. Its derivative does not go through the condition.</summary>
    public sealed record Choice(Scalar Condition, Scalar Positive, Scalar Otherwise) : Scalar;

    public static readonly Scalar L = new Logit();

    public static Scalar X(int index) => new Variable(index);

    public static Scalar Sqrt(Scalar operand) => new SqrtOf(operand);

    public static Scalar Tanh(Scalar operand) => new TanhOf(operand);

    public static Scalar Cos(Scalar operand) => new CosOf(operand);

    public static Scalar Sin(Scalar operand) => new SinOf(operand);

    public static Scalar Floor(Scalar operand) => new FloorOf(operand);

    public static Scalar Erf(Scalar operand) => new ErfOf(operand);

    public static Scalar Relu(Scalar operand) => new LeakyOf(operand, 0);

    public static Scalar Exp(Scalar operand) => operand switch
    {
        Constant constant => new Constant(Math.Exp(constant.Value)),
        LogOf logarithm => logarithm.Operand,
        _ => new ExpOf(operand),
    };

    public static Scalar Expm1(Scalar operand) => new Expm1Of(operand);

    public static Scalar Log(Scalar operand) => operand switch
    {
        Constant constant => new Constant(Math.Log(constant.Value)),
        ExpOf exponential => exponential.Operand,
        _ => new LogOf(operand),
    };

    /// <summary>Whole powers up to it are products, whatever the sign of what they are of.</summary>
    public const double LargestWholePower = 16;

    public static Scalar Power(Scalar operand, double exponent) => (operand, exponent) switch
    {
        (_, 0) => 1,
        (_, 1) => operand,
        (_, 0.5) => Sqrt(operand),
        (Constant constant, _) => new Constant(Math.Pow(constant.Value, exponent)),
        (ExpOf exponential, _) => Exp(exponent * exponential.Operand),

        // Powers by logarithms want bases of at least 0.
        (_, > 1 and <= LargestWholePower) when exponent == Math.Floor(exponent) => operand * Power(operand, exponent - 1),
        (_, < 0 and >= -LargestWholePower) when exponent == Math.Floor(exponent) => 1 / Power(operand, -exponent),
        _ => new PowerOf(operand, exponent),
    };

    /// <summary>Where <see cref="Growth"/> leaves eˣ.</summary>
    public const double GrowthBound = 15;

    /// <summary>eˣ up to 15 and its tangent above: C¹, and finite in float32, slope and all, wherever a logit is.</summary>
    public static Scalar Growth(Scalar operand) => Choose(
        operand - GrowthBound, Math.Exp(GrowthBound) * (operand - (GrowthBound - 1)), Exp(operand));

    /// <summary><see cref="Growth"/> − 1, right where it is next to 0.</summary>
    public static Scalar Growthm1(Scalar operand) => Choose(
        operand - GrowthBound, (Math.Exp(GrowthBound) * (operand - (GrowthBound - 1))) - 1, Expm1(operand));

    public static Scalar Choose(Scalar condition, Scalar positive, Scalar otherwise) =>
        condition is Constant constant ? (constant.Value > 0 ? positive : otherwise)
        : positive == otherwise ? positive
        : new Choice(condition, positive, otherwise);

    /// <summary>1 where x is positive, −1 where it is negative, else 0.</summary>
    public static Scalar Sign(Scalar operand) => Choose(operand, 1, 0) - Choose(-operand, 1, 0);

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
    /// What the activation's input was is then no longer needed.
    /// </summary>
    public Scalar Derivative(Scalar variable, Scalar? value) => this == variable ? 1 : this switch
    {
        Logit or Variable or SampleIndex or Constant => 0,
        Negate(var x) => -x.Derivative(variable),
        Sum(var x, var y) => x.Derivative(variable) + y.Derivative(variable),
        Product(var x, var y) => (x.Derivative(variable) * y) + (x * y.Derivative(variable)),
        Quotient(var x, var y) => (x.Derivative(variable) / y) - (y.Derivative(variable) * ((value ?? (x / y)) / y)),
        SoftplusOf(var x) => Sigmoid(x) * x.Derivative(variable),
        SigmoidOf(var x) when value is null => Sigmoid(x) * Sigmoid(-x) * x.Derivative(variable),
        SigmoidOf(var x) => value * (1 - value) * x.Derivative(variable),
        SqrtOf(var x) => x.Derivative(variable) / (2 * (value ?? this)),
        TanhOf(var x) => (1 - ((value ?? this) * (value ?? this))) * x.Derivative(variable),
        CosOf(var x) => -Sin(x) * x.Derivative(variable),
        SinOf(var x) => Cos(x) * x.Derivative(variable),
        FloorOf => 0,
        ErfOf(var x) => 2 / Math.Sqrt(Math.PI) * Exp(-(x * x)) * x.Derivative(variable),
        ExpOf(var x) => (value ?? this) * x.Derivative(variable),
        Expm1Of(var x) => Exp(x) * x.Derivative(variable),
        LogOf(var x) => x.Derivative(variable) / x,
        PowerOf(var x, var exponent) => exponent * Power(x, exponent - 1) * x.Derivative(variable),
        // The sign of the value tells the sign of the input where the slope is not negative.
        LeakyOf(var x, var slope) => Choose(value is null || slope < 0 ? x : value, 1, slope) * x.Derivative(variable),
        Choice(var condition, var x, var y) => Choose(condition, x.Derivative(variable), y.Derivative(variable)),
        _ => throw new InvalidOperationException($"No derivative is written for {GetType().Name}."),
    };

    /// <summary>The expression with its leaves (variables, ℓ) replaced; what becomes simpler is simplified.</summary>
    public Scalar Replace(Func<Scalar, Scalar> leaf) => this switch
    {
        Logit or Variable => leaf(this),
        SampleIndex or Constant => this,
        Negate(var x) => -x.Replace(leaf),
        Sum(var x, var y) => x.Replace(leaf) + y.Replace(leaf),
        Product(var x, var y) => x.Replace(leaf) * y.Replace(leaf),
        Quotient(var x, var y) => x.Replace(leaf) / y.Replace(leaf),
        SoftplusOf(var x) => Softplus(x.Replace(leaf)),
        SigmoidOf(var x) => Sigmoid(x.Replace(leaf)),
        SqrtOf(var x) => Sqrt(x.Replace(leaf)),
        TanhOf(var x) => Tanh(x.Replace(leaf)),
        CosOf(var x) => Cos(x.Replace(leaf)),
        SinOf(var x) => Sin(x.Replace(leaf)),
        FloorOf(var x) => Floor(x.Replace(leaf)),
        ErfOf(var x) => Erf(x.Replace(leaf)),
        ExpOf(var x) => Exp(x.Replace(leaf)),
        Expm1Of(var x) => Expm1(x.Replace(leaf)),
        LogOf(var x) => Log(x.Replace(leaf)),
        PowerOf(var x, var exponent) => Power(x.Replace(leaf), exponent),
        LeakyOf(var x, var slope) => new LeakyOf(x.Replace(leaf), slope),
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
        SoftplusOf(var x) => [x],
        SigmoidOf(var x) => [x],
        SqrtOf(var x) => [x],
        TanhOf(var x) => [x],
        CosOf(var x) => [x],
        SinOf(var x) => [x],
        FloorOf(var x) => [x],
        ErfOf(var x) => [x],
        ExpOf(var x) => [x],
        Expm1Of(var x) => [x],
        LogOf(var x) => [x],
        PowerOf(var x, _) => [x],
        LeakyOf(var x, _) => [x],
        Choice(var condition, var x, var y) => [condition, x, y],
        _ => [],
    };

    /// <summary>The expression and everything in it.</summary>
    public IEnumerable<Scalar> All => Operands.SelectMany(operand => operand.All).Prepend(this);

    /// <summary>The value for given variables, in float64: the meaning that every backend's text is tested against.</summary>
    public double Evaluate(Func<Scalar, double> leaf) => Evaluate(leaf, value => value);

    /// <summary>The value with every intermediate result rounded: what shorter numbers make of it.</summary>
    public double Evaluate(Func<Scalar, double> leaf, Func<double, double> round) => round(this switch
    {
        Constant(var value) => value,
        Logit or Variable or SampleIndex => leaf(this),
        Negate(var x) => -x.Evaluate(leaf, round),
        Sum(var x, var y) => x.Evaluate(leaf, round) + y.Evaluate(leaf, round),
        Product(var x, var y) => x.Evaluate(leaf, round) * y.Evaluate(leaf, round),
        Quotient(var x, var y) => x.Evaluate(leaf, round) / y.Evaluate(leaf, round),
        SoftplusOf(var x) => SoftplusAt(x.Evaluate(leaf, round)),
        SigmoidOf(var x) => 1 / (1 + Math.Exp(-x.Evaluate(leaf, round))),
        SqrtOf(var x) => Math.Sqrt(x.Evaluate(leaf, round)),
        TanhOf(var x) => Math.Tanh(x.Evaluate(leaf, round)),
        CosOf(var x) => Math.Cos(x.Evaluate(leaf, round)),
        SinOf(var x) => Math.Sin(x.Evaluate(leaf, round)),
        FloorOf(var x) => Math.Floor(x.Evaluate(leaf, round)),
        ErfOf(var x) => ErfAt(x.Evaluate(leaf, round)),
        ExpOf(var x) => Math.Exp(x.Evaluate(leaf, round)),
        Expm1Of(var x) => Expm1At(x.Evaluate(leaf, round)),
        LogOf(var x) => Math.Log(x.Evaluate(leaf, round)),
        PowerOf(var x, var exponent) => Math.Pow(x.Evaluate(leaf, round), exponent),
        LeakyOf(var x, var slope) => LeakyAt(x.Evaluate(leaf, round), slope),
        Choice(var condition, var x, var y) => condition.Evaluate(leaf, round) > 0 ? x.Evaluate(leaf, round) : y.Evaluate(leaf, round),
        _ => throw new InvalidOperationException($"No value is written for {GetType().Name}."),
    });
}
