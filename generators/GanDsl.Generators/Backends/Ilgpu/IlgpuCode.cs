using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>
/// What our own kernels add to a network or game besides what users call: its launches, which the editor does not need, and the structs that their kernels are
/// specialised by, which all networks and games of an assembly share.
/// </summary>
/// <param name="Text">The file of the launches.</param>
/// <param name="Strategies">The structs.</param>
internal sealed record IlgpuCode(string Text, EquatableArray<Strategy> Strategies)
{
    public const string Runtime = "global::GanDsl.Ilgpu";

    /// <summary>The alias under which launches know the runtime's namespace.</summary>
    public const string Alias = "Runtime";

    /// <summary>The part of the backend's name in the launches' hint name.</summary>
    public const string FilePart = "Ilgpu.Launches";

    /// <summary>The type of what runs launches.</summary>
    public const string Launcher = $"{Runtime}.Launcher";

    /// <param name="type">The declared class.</param>
    /// <param name="strategies">The structs that its launches name.</param>
    /// <param name="members">Writes the members of its nested class.</param>
    public static IlgpuCode Of(TypeName type, Strategies strategies, Action<CodeWriter> members) => new(
        GeneratedType.Write(
            type,
            writer =>
            {
                using (writer.Open("partial class Ilgpu")) members(writer);
            },
            Strategy.UsingOwn(type.Shapes),
            Strategy.UsingLibrary,
            $"using {Alias} = {Runtime};"),
        strategies.All.ToEquatableArray());
}
