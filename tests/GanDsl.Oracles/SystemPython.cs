using System.Globalization;

namespace GanDsl.Oracles;

/// <summary>Python as an oracle, where the machine has it with the packages that are asked for.</summary>
public static class SystemPython
{
    /// <summary>A Python that has these modules, or null. The first of the search path need not be the one that the system's packages are for.</summary>
    public static string? With(string modules) =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Run(python, "-c", $"import {modules}").Ended);

    /// <summary>Runs it, and says whether it ended well and what it said to that.</summary>
    public static (bool Ended, string Said) Run(string python, params string[] arguments) => SystemProgram.Run(python, arguments) is { } run
        ? (run.Code == 0, string.Create(CultureInfo.InvariantCulture, $"Python ended with {run.Code}: {run.Errors}"))
        : (false, $"There is no {python}.");
}
