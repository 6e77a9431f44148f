using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Compiling;

/// <summary>The numbers of parameters are those that PyTorch counts for the same layers.</summary>
public class ParameterCountTests
{
    [Fact]
    public void TheMlpGan_HasThoseOfPyTorchGan()
    {
        Assert.Equal(1_510_032, Read(Examples.Mlp, "G").ParameterCount);
        Assert.Equal(533_505, Read(Examples.Mlp, "D").ParameterCount);
    }

    [Theory]
    [InlineData(3, 3_576_704, 2_765_568)]
    [InlineData(1, 3_574_656, 2_763_520)]
    public void Dcgan64_HasThoseOfPyTorchsExample(int channels, long generator, long discriminator)
    {
        Assert.Equal(generator, Read(Examples.Dcgan64(channels), "G").ParameterCount);
        Assert.Equal(discriminator, Read(Examples.Dcgan64(channels), "D").ParameterCount);
    }

    private static Network Read(string source, string type)
    {
        var declaration = NetworkReader.Read(GanCompilation.Create(source).GetTypeByMetadataName(type)!, CancellationToken.None)!;
        return NetworkCheck.Check(declaration).Network!;
    }
}
