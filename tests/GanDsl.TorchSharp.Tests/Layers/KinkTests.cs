using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>Where a function has no derivative, ours is the one that libtorch takes.</summary>
public class KinkTests
{
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [LayersOf(typeof(Cases.HardswishAlone))]
    public void HardswishsSlopes_AreThoseOfTheStraightPieces(ScalarType type)
    {
        using var x = tensor(new[] { -3.0, 3.0 }, type).requires_grad_();
        using var sum = nn.functional.hardswish(x).sum();
        sum.backward();
        Assert.Equal([0, 1], x.grad!.to(ScalarType.Float64).data<double>().ToArray());
    }
}
