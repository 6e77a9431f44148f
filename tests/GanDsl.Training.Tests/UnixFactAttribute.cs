namespace GanDsl.Training.Tests;

/// <summary>A fact about links, pipes or permissions, which Windows has not, or not for everybody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no such files." : null;
}
