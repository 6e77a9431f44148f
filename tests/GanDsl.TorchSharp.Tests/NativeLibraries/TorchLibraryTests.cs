using GanDsl.Torch;
using TorchSharp;

namespace GanDsl.Tests.Torch.NativeLibraries;

public sealed class TorchLibraryTests
{
    [Fact]
    public void AfterEnsureLoaded_ATensorSumIsRight()
    {
        TorchLibrary.EnsureLoaded();

        using var ones = torch.ones(3);
        using var sum = ones.sum();

        Assert.Equal(3f, sum.item<float>());
    }

    [Fact]
    public void LoadingAgain_DoesNothing()
    {
        Assert.True(TorchLibrary.Prepare());
        TorchLibrary.EnsureLoaded();
        Parallel.For(0, 16, _ => TorchLibrary.EnsureLoaded());
    }
}
