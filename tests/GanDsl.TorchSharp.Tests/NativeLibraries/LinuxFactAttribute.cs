namespace GanDsl.Tests.Torch.NativeLibraries;

/// <summary>A fact about loading on Linux, skipped elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "Linux only.";
    }
}
