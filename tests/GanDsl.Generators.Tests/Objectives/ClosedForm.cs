using System.Globalization;
using System.Runtime.CompilerServices;

namespace GanDsl.Generators.Tests.Objectives;

/// <summary>What every objective is at a logit, from closed-forms.csv, which closed-forms.py beside it wrote to 40 digits.</summary>
/// <param name="Objective">The objective's name.</param>
/// <param name="Logit">ℓ, or m where the losses are of that.</param>
/// <param name="Values">D's loss on a real, on a fake, G's on a fake.</param>
/// <param name="Slopes">Their derivatives.</param>
internal sealed record ClosedForm(string Objective, double Logit, double[] Values, double[] Slopes)
{
    public static readonly IReadOnlyList<ClosedForm> All = [.. File.ReadLines(Path.Combine(Folder(), "closed-forms.csv")).Skip(1).Select(Read)];

    private static ClosedForm Read(string line)
    {
        var cells = line.Split(',');
        double[] numbers = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        return new(cells[0], numbers[0], numbers[1..4], numbers[4..7]);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
