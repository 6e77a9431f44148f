namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Every kernel of whole games compiles for CUDA and holds nothing slow, on machines without a GPU, too.</summary>
public class CudaTests
{
    [Fact]
    public void AllKernelsOfTheClothingGame() => Check(device => new ClothingGame.Ilgpu(seed: 1, device), atLeast: 35);

    [Fact]
    public void AllKernelsOfAPointGame() => Check(device => new PointGame.Ilgpu(seed: 1, device), atLeast: 15);

    [Fact]
    public void AllKernelsOfAGameWithBatchNormInBothPlayers() => Check(device => new NormalisedGame.Ilgpu(seed: 1, device), atLeast: 30);

    [Fact]
    public void AllKernelsOfAGameWithDropoutInBothPlayers() => Check(device => new DroppingGame.Ilgpu(seed: 1, device), atLeast: 15);

    [Fact]
    public void AllKernelsOfAGameOfGraphs() => Check(device => new UNetGame.Ilgpu(seed: 1, device), atLeast: 35);

    [Fact]
    public void AllKernelsOfAGameWithSpectralNorm() => Check(device => new SpectralGame.Ilgpu(seed: 1, device), atLeast: 30);

    [Fact]
    public void AllKernelsOfAGameOfFiltersAndMoves() => Check(device => new ResampledWganGame.Ilgpu(seed: 1, device), atLeast: 60);

    [Fact]
    public void AllKernelsOfAGameOfAttention() => Check(device => new AttentionR1Game.Ilgpu(seed: 1, device), atLeast: 50);

    [Fact]
    public void AllKernelsOfAGameOfStyles() => Check(device => new StyledGame.Ilgpu(seed: 1, device), atLeast: 50);

    [Fact]
    public void AllKernelsOfAGameOfGroups() => Check(device => new StdDevGame.Ilgpu(seed: 1, device), atLeast: 30);

    [Fact]
    public void AllKernelsOfAGameWithNoise() => Check(device => new NoisyGame.Ilgpu(seed: 1, device), atLeast: 15);

    [Fact]
    public void AllKernelsOfASimultaneousGame() => Check(device => new PictureSimultaneousGame.Ilgpu(seed: 1, device), atLeast: 25);

    [Fact]
    public void AllKernelsOfAGameOfBlocks() => Check(device => new BlockGame.Ilgpu(seed: 1, device), atLeast: 35);

    [Fact]
    public void AllKernelsOfNetworksWithManyLayers() => Check(
        device =>
        {
            using var generator = new WideGenerator.Ilgpu(seed: 1, device);
            return new WideDiscriminator.Ilgpu(seed: 1, device);
        },
        atLeast: 15);

    // What was asked for is compiled for CUDA, not for the device.
    private static void Check(Func<ComputeDevice, IDisposable> open, int atLeast)
    {
        using var device = ComputeDevice.Cpu();
        using var opened = open(device);
        Assert.True(device.Methods.Count >= atLeast, $"{device.Methods.Count} kernels");
        foreach (var method in device.Methods) PtxGate.Check(method);
    }
}
