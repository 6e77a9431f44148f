using GanDsl.Generators.Losses;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Divergences;
using GanDsl.Generators.Scalars;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>
/// <see cref="FDivergence"/> with a user's f, differentiated here: a = f′(eˡ), b = eˡ·f′(eˡ) − f(eˡ), and so da/dℓ = u·f″(u), db/dℓ = u²·f″(u).
/// Both continue along their tangents beyond |ℓ| = 15, or where f's terms cancel so far that float32 would lose the fourth digit of a slope, so that they stay
/// finite and accurate.
/// </summary>
internal static class CustomDivergence
{
    private const double End = 15;
    private const double Lost = 1e-4;

    public static Objective Read(AttributeValues values)
    {
        // Without a function there is no step: GanCheck reports what is missing before it reads the objective.
        var function = values.Function("function");
        var objective = FDivergence.Of(Of(function?.Type ?? "", function?.Expression ?? 0), values.Bool("saturating"), nameof(CustomDivergence));
        return objective with { Description = $"{nameof(CustomDivergence)}({function?.Type}{(values.Bool("saturating") ? ", saturating" : "")})" };
    }

    /// <summary>Why f does not define a divergence, as the end of a sentence, or null.</summary>
    public static string? Flaw(Scalar f)
    {
        var (slope, curvature) = (f.Derivative(), f.Derivative().Derivative());
        for (var l = -End; l <= End; l += 0.5)
        {
            var u = Math.Exp(l);
            double[] values = [At(f, u), At(slope, u), u * At(slope, u), u * u * At(curvature, u)];
            if (values.Any(value => !(Math.Abs(value) < 1e30)))
                return $"at u = {Short(u)} it or its slope is {Short(values.First(value => !(Math.Abs(value) < 1e30)))}";

            // Cancellation in f″ leaves rounding errors of f′'s size.
            if (u * u * At(curvature, u) < -1e-9 * (1 + Math.Abs(values[2]) + Math.Abs(values[0])))
                return $"at u = {Short(u)} its second derivative is {Short(At(curvature, u))}";
        }

        return At(curvature, 1) > 0 ? null : $"at u = 1 its second derivative is {Short(At(curvature, 1))}";
    }

    public static DivergenceForm Of(string name, Scalar f)
    {
        var (u, slope) = (Exp(L), f.Derivative());
        var curvature = slope.Derivative();
        var equilibrium = At(f, 1);
        var (slopeOfA, slopeOfB) = (u * In(curvature), u * (u * In(curvature)));
        var (low, high) = Ends(slopeOfA, slopeOfB);
        return new(
            name,
            ScalarText.Math(f, "u"),
            A: Continued(In(slope), slopeOfA, low, high),
            B: Continued((u * In(slope)) - In(f), slopeOfB, low, high))
        {
            Equilibrium = equilibrium,
            Bound = new("D_f", equilibrium == 0 ? "V" : "V − f(1)", L - equilibrium),
        };

        Scalar In(Scalar ofU) => ofU.Replace(_ => u);
    }

    // Outwards from 0, where every f is best conditioned.
    private static (double Low, double High) Ends(params Scalar[] slopes)
    {
        return (-Reach(-1), Reach(1));

        double Reach(int sign)
        {
            for (var l = 0.5; l <= End; l += 0.125)
            {
                if (slopes.Any(slope => !IsRight(slope, sign * l))) return l - 0.25;
            }

            return End;
        }

        static bool IsRight(Scalar slope, double l) => Math.Abs((slope.Evaluate(_ => l, value => (float)value) / At(slope, l)) - 1) <= Lost;
    }

    private static Loss Continued(Scalar value, Scalar slope, double low, double high)
    {
        var (atLow, lowSlope, atHigh, highSlope) = (At(value, low), At(slope, low), At(value, high), At(slope, high));
        return new(
            Choose(L - high, atHigh + (highSlope * (L - high)), Choose(low - L, atLow + (lowSlope * (L - low)), value)),
            Choose(L - high, highSlope, Choose(low - L, lowSlope, slope)));
    }

    private static double At(Scalar scalar, double variable) => scalar.Evaluate(_ => variable);

    private static string Short(double value) => value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture);
}
