using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>
/// A small struct that kernels are specialised by: sizes, or an expression. Its name says what it holds, so that equal ones of all networks and games are one.
/// </summary>
/// <param name="Name">Its name; different structs have different names.</param>
/// <param name="Comment">What it is, for people.</param>
/// <param name="Interface">The interface of the kernel library that it implements.</param>
/// <param name="Members">Its members, line by line.</param>
internal sealed record Strategy(string Name, string Comment, string Interface, EquatableArray<string> Members)
{
    /// <summary>The file of an assembly's structs.</summary>
    public const string HintName = "GanDsl.Kernels.g.cs";

    /// <summary>The alias under which generated files know the namespace of the kernel library.</summary>
    public const string Library = "GanDslKernels";

    /// <summary>The alias under which generated files know the namespace of the assembly's structs: a kernel is specialised by them.</summary>
    public const string Own = "By";

    public const string UsingLibrary = $"using {Library} = global::GanDsl.Ilgpu.Kernels;";

    /// <summary>The namespace of the structs in an assembly.</summary>
    /// <param name="shapes">That of its shape markers.</param>
    public static string Namespace(string shapes) => shapes + ".Kernels";

    public static string UsingOwn(string shapes) => $"using {Own} = global::{Namespace(shapes)};";

    /// <summary>The file of an assembly's structs, each once, in the order of their names.</summary>
    public static string Write(IEnumerable<Strategy> strategies, string shapes)
    {
        var writer = Common.GeneratedType.Header("GanDsl wrote the sizes and expressions that this assembly's kernels are specialised by.");
        writer.Line(UsingLibrary).Line();
        using (writer.Open($"namespace {Namespace(shapes)}"))
        {
            var separate = false;
            foreach (var strategy in strategies.Distinct().OrderBy(strategy => strategy.Name, StringComparer.Ordinal))
            {
                if (separate) writer.Line();
                separate = true;
                strategy.Write(writer);
            }
        }

        return writer.ToString();
    }

    private void Write(CodeWriter writer)
    {
        writer.Line($"// {Comment}");
        using (writer.Open($"internal readonly struct {Name} : {Library}::{Interface}"))
        {
            foreach (var member in Members) writer.Line(member);
        }
    }
}
