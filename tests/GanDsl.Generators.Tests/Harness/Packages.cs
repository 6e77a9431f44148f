namespace GanDsl.Generators.Tests.Harness;

/// <summary>The backend packages that the user's project references, besides GanDsl itself.</summary>
[Flags]
internal enum Packages
{
    None = 0,
    Torch = 1,
    Ilgpu = 2,
    All = Torch | Ilgpu,
}
