using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>D regresses b on reals and a on fakes; G wants its fakes at c. Mao et al. 2017, equation 2.</summary>
internal static class LeastSquares
{
    public static Objective Read(AttributeValues values) => Of(values.Double("a"), values.Double("b"), values.Double("c"));

    public static Objective Of(double a, double b, double c)
    {
        var square = (b - a) * (b - a);
        return new(
            nameof(LeastSquares),
            OnReals: 0.5 * ((L - b) * (L - b)),
            OnFakes: 0.5 * ((L - a) * (L - a)),
            Generator: 0.5 * ((L - c) * (L - c)))
        {
            Description = $"{nameof(LeastSquares)}(a {Numbers.Literal(a)}, b {Numbers.Literal(b)}, c {Numbers.Literal(c)})",
            Value = "V = −½·E[(ℓ(x) − b)²] − ½·E[(ℓ(G(z)) − a)²]",
            Equilibrium = -square / 4,

            // The best D is (b·p_data + a·p_g)/(p_data + p_g): its loss is ½(b − a)²·∫p_data·p_g/(p_data + p_g) = (b − a)²·(2 − Δ)/8.
            Bound = new("Le Cam", "2 + 8·V/(b − a)²", 2 + (8 / square * L)),
            IsCritic = true,
            Threshold = (a + b) / 2,
            Ratio = (L - c) / (L - a),
            BadArgument = NotFinite("a", a) ?? NotFinite("b", b) ?? NotFinite("c", c)
                ?? (a == b ? $"a and b are both {Numbers.Literal(a)}; they must differ, or D need not tell reals from fakes" : null),
        };
    }

    private static string? NotFinite(string name, double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? $"{name} is {Numbers.Literal(value)}; it must be finite" : null;
}
