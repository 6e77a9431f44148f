using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A batch that nobody has made is an error that says so, wherever one is taken.</summary>
public class DefaultBatchTests
{
    [Fact]
    public void ItHoldsNothing_AndCanBeDisposed()
    {
        var batch = default(Batch<S2>);
        Assert.Equal(0, batch.Count);
        batch.Dispose();
        AssertRefused(() => batch.ToArray());
    }

    [Fact]
    public void ANetwork_AndAGame_RefuseIt()
    {
        using var game = new Points.K3Fresh.Torch(1, CPU);
        using var reals = new Batch<S2>(Values.Normal(4, 2));
        using var latents = game.Noise(4);
        AssertRefused(() => game.Generator.Forward(default));
        AssertRefused(() => game.Discriminator.Forward(default));
        Assert.StartsWith(
            "Noise is for at least one sample; pass a count, or a batch, of some.",
            Assert.Throws<ArgumentOutOfRangeException>(() => game.Step(default(Batch<S2>))).Message,
            StringComparison.Ordinal);
        AssertRefused(() => game.Step(reals, default, latents));

        // The first call updates D alone, and needs no latents for G; the third one does.
        game.Step(reals, latents, default);
        game.Step(reals, latents, default);
        AssertRefused(() => game.Step(reals, latents, default));
    }

    private static void AssertRefused(Action call) =>
        Assert.Matches(@"^A default Batch<S\d> holds no samples; make one with From, or of a tensor\.$", Assert.Throws<ArgumentException>(call).Message);
}
