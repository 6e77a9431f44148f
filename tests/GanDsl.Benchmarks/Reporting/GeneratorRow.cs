namespace GanDsl.Benchmarks.Reporting;

/// <summary>One project of the generator verb, as in the JSON.</summary>
/// <param name="Project">What is declared.</param>
/// <param name="Times">How long the generator takes.</param>
/// <param name="Sizes">How much it writes.</param>
public sealed record GeneratorRow(string Project, GeneratorTimes Times, GeneratorSizes Sizes);

/// <summary>How long the generator takes for a project.</summary>
/// <param name="Cold">Median milliseconds of a first run, as a build does it.</param>
/// <param name="EditedInEditor">Median milliseconds after a layer was changed, of a run that leaves out what only the implementation needs.</param>
/// <param name="RemadeInEditor">How many files were generated again then.</param>
/// <param name="EditedInBuild">Median milliseconds after a layer was changed, of a run that writes everything.</param>
/// <param name="RemadeInBuild">How many files were generated again then.</param>
/// <param name="Unrelated">Median milliseconds after another file of the project was changed, of a run that writes everything.</param>
/// <param name="RemadeUnrelated">How many files were generated again then.</param>
/// <param name="Floor">Median milliseconds that the compiler itself takes then for as many files, of a generator that does nothing.</param>
public sealed record GeneratorTimes(
    double Cold,
    double EditedInEditor,
    int RemadeInEditor,
    double EditedInBuild,
    int RemadeInBuild,
    double Unrelated,
    int RemadeUnrelated,
    double Floor);

/// <summary>How much is generated for a project, and what it costs the compiler.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Characters">How many characters are in them.</param>
/// <param name="TorchLines">How many lines are in those for libtorch.</param>
/// <param name="IlgpuLines">How many lines are in those for our own kernels.</param>
/// <param name="OtherLines">How many lines are in all others.</param>
/// <param name="CompileSeconds">Median seconds in which the compiler makes an assembly of the project and these files, which are parsed already.</param>
public sealed record GeneratorSizes(int Files, long Characters, int TorchLines, int IlgpuLines, int OtherLines, double CompileSeconds);
