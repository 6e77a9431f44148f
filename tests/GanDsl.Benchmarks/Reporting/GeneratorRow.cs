namespace GanDsl.Benchmarks.Reporting;

/// <summary>One project of the generator verb, as in the JSON.</summary>
/// <param name="Project">What is declared.</param>
/// <param name="Cold">Median milliseconds of a first run.</param>
/// <param name="Edited">Median milliseconds after a layer was changed.</param>
/// <param name="Remade">How many files were generated again then.</param>
/// <param name="Unrelated">Median milliseconds after another file of the project was changed.</param>
/// <param name="RemadeUnrelated">How many files were generated again then.</param>
/// <param name="Floor">Median milliseconds that the compiler itself takes then for as many files, of a generator that does nothing.</param>
public sealed record GeneratorRow(string Project, double Cold, double Edited, int Remade, double Unrelated, int RemadeUnrelated, double Floor);
