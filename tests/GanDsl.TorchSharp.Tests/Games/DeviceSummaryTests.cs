using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What a game on libtorch says of its device, for consoles and reports.</summary>
public class DeviceSummaryTests
{
    [Fact]
    public void AGameOnTheCpu_SaysWhatTheSelfTestFoundHere()
    {
        using IGan gan = new Points.K1Fresh.Torch(1, CPU);
        Assert.Equal("libtorch on cpu", gan.DeviceName);
        Assert.Equal($"libtorch on cpu; {ConvolutionSelfTest.Finding}", gan.DeviceSummary);
        Assert.Contains(ConvolutionSelfTest.Run() ? "are wrong on this processor" : "are right on this processor", gan.DeviceSummary, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereConvolutionsAreRight_ChannelsStay() =>
        Assert.Equal("libtorch's float32 convolutions are right on this processor, so channels stay as they are", ConvolutionSelfTest.Describe(0, 4));

    [Fact]
    public void WhereConvolutionsAreWrong_ChannelsAreFilledUp() => Assert.Equal(
        "libtorch's float32 convolutions are wrong on this processor (3 of 4 tried), so channels are filled up to 16, 32 or a multiple of 64",
        ConvolutionSelfTest.Describe(3, 4));
}
