using System.Reflection;
using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>The versions that compute a game: other versions may produce other numbers.</summary>
internal static class PackageVersions
{
    /// <summary>The runtime, GanDsl's own assemblies, and the library below the backend.</summary>
    public static IReadOnlyDictionary<string, string> Of(IGan gan)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal) { [".NET"] = RuntimeInformation.FrameworkDescription };
        var backend = gan.GetType().BaseType!.Assembly;
        foreach (var assembly in (Assembly[])[typeof(IGan).Assembly, typeof(PackageVersions).Assembly, backend]) Add(assembly.GetName());
        foreach (var name in backend.GetReferencedAssemblies().Where(name => name.Name is "TorchSharp" or "ILGPU")) Add(name);
        return versions;

        void Add(AssemblyName name) => versions[name.Name!] = name.Version!.ToString();
    }
}
