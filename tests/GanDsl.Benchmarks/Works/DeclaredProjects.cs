namespace GanDsl.Benchmarks.Works;

/// <summary>What the generator is measured with.</summary>
public static class DeclaredProjects
{
    public static IReadOnlyList<DeclaredProject> All { get; } = [.. ChainProjects.All, .. ArchitectureProjects.All];
}
