using System.Globalization;
using GanDsl.Generators.Backends.Onnx;
using GanDsl.Generators.Backends.Python;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Guide;

/// <summary>What each room makes of a game, as text, by the headings that generators/README.md has for it.</summary>
/// <param name="Stages">The texts.</param>
internal sealed record Trace(IReadOnlyDictionary<string, string> Stages)
{
    /// <param name="source">A game <c>Game</c> whose discriminator is <c>D</c>.</param>
    /// <param name="misfit">A network whose last layer does not fit.</param>
    public static async Task<Trace> Of(string source, string misfit)
    {
        var declaration = NetworkReader.Read(GanCompilation.Create(source).GetTypeByMetadataName("D")!, CancellationToken.None)!;
        var network = NetworkCheck.Check(declaration).Network!;
        var built = StepProgram.Build(Checked.Step(source));
        var simplified = Simplify.Run(built);
        var files = Generation.Of(source, Packages.All).Sources;
        var diagnostics = await Diagnosis.Of(misfit);
        return new Trace(new Dictionary<string, string>
        {
            ["Declarations"] = string.Join('\n', declaration.Layers),
            ["Networks"] = string.Join('\n', network.Layers),
            ["Programs, then Ir"] = $"{built}\n{simplified}\n{Fuse.Run(simplified)}",
            ["Backends/Torch"] = files["D.Torch.g.cs"],
            ["Backends/Ilgpu"] = files["Game.Ilgpu.Launches.g.cs"] + files["GanDsl.Kernels.g.cs"],
            ["Backends/Onnx"] = OnnxWriter.Write(network)!,
            ["Backends/Python"] = PythonSource.Of(network),
            ["Diagnostics"] = string.Join('\n', diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")),
        });
    }

    /// <summary>Whether a line stands in a stage; an ellipsis in it stands for what is left out.</summary>
    public bool Has(string stage, string line) => Stages[stage].Split('\n').Any(made => Fits(made.Trim(), line.Trim().Split('…')));

    private static bool Fits(string made, string[] parts)
    {
        if (!made.StartsWith(parts[0], StringComparison.Ordinal) || !made.EndsWith(parts[^1], StringComparison.Ordinal)) return false;
        var at = 0;
        foreach (var part in parts)
        {
            at = made.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += part.Length;
        }

        return parts.Length > 1 || made.Length == parts[0].Length;
    }
}
