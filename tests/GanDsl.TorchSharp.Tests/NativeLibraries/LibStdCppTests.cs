using GanDsl.Torch;

namespace GanDsl.Tests.Torch.NativeLibraries;

public sealed class LibStdCppTests
{
    [Fact]
    public void TheLoadedLibrary_IsFoundInTheMapOfTheProcess()
    {
        string[] maps =
        [
            "7f00-7f10 r--p 00000000 fe:01 101      /usr/lib/x86_64-linux-gnu/libc.so.6",
            "7f10-7f20 rw-p 00000000 00:00 0 ",
            "7f20-7f30 r--p 00000000 fe:01 102      /opt/my libs/libstdc++.so.6.0.30",
        ];

        Assert.Equal("/opt/my libs/libstdc++.so.6.0.30", LibStdCpp.PathIn(maps));
        Assert.Null(LibStdCpp.PathIn(maps[..2]));
    }

    [LinuxFact]
    public void TheSystemsLibrary_ProvidesTheFirstVersions()
    {
        TorchLibrary.EnsureLoaded();

        Assert.Superset(new HashSet<string> { "GLIBCXX_3.4", "CXXABI_1.3" }, LibStdCpp.ProvidedVersions());
    }
}
