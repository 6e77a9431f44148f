using System.Globalization;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>A culture that writes −1234.5 as "\u22121.234,5": code written in it without care does not compile.</summary>
internal static class HostileCulture
{
    public static T Run<T>(Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        var hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat.NumberDecimalSeparator = ",";
        hostile.NumberFormat.NumberGroupSeparator = ".";
        hostile.NumberFormat.NegativeSign = "\u2212";
        hostile.NumberFormat.PositiveSign = "\uFF0B";
        hostile.NumberFormat.NaNSymbol = "ei ole luku";
        CultureInfo.CurrentCulture = hostile;
        try
        {
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
