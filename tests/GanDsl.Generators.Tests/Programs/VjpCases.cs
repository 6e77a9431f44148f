using GanDsl.Generators.Ir;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>A small program around one operation.</summary>
/// <param name="Name">What it is a case of.</param>
/// <param name="Build">Writes the program for samples of so many batches, and gives its outputs. What is differentiated for is every given value.</param>
/// <param name="Batches">Which batches it makes sense for.</param>
internal sealed record VjpCase(string Name, Func<ProgramBuilder, int, IReadOnlyList<Value>> Build, params int[] Batches);

/// <summary>Every operation with a derivative, in every way that it can stand in a program.</summary>
internal static partial class VjpCases
{
    public static readonly IReadOnlyDictionary<string, VjpCase> All =
        new[] { Contractions, Maps, Reductions, Shapes, Moves }.SelectMany(cases => cases()).ToDictionary(item => item.Name, StringComparer.Ordinal);

    private static VjpCase OneOrTwo(string name, Func<ProgramBuilder, int, Value> build) => new(name, (builder, batches) => [build(builder, batches)], 1, 2);
}
