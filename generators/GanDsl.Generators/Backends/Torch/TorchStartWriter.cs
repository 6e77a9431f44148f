using GanDsl.Generators.Backends.Common;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>Writes what makes libtorch loadable before anything of the assembly runs: the type <c>torch</c> must not be touched earlier.</summary>
internal static class TorchStartWriter
{
    public const string HintName = "GanDsl.TorchStart.g.cs";

    public static string Write(string @namespace)
    {
        var writer = GeneratedType.Header("GanDsl wrote this so that libtorch loads wherever this assembly runs.");
        using (writer.Open($"namespace {@namespace}"))
        using (writer.Open("internal static class TorchStart"))
        {
            writer.Doc("<summary>Finds TorchSharp's native library before the first use of TorchSharp. "
                + "Never throws: the first game or network says what is missing.</summary>");
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            writer.Line("internal static void Prepare() => global::GanDsl.Torch.TorchLibrary.Prepare();");
        }

        return writer.ToString();
    }
}
