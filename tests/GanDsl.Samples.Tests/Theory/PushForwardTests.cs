using Theory;

namespace GanDsl.Samples.Tests.Theory;

/// <summary>p_g by the change of variables, against generators whose p_g is known.</summary>
public class PushForwardTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(-2.5, 0.4)]
    [InlineData(1, -1.5)]
    public void AnAffineG_IsAGaussian(float mean, float slope)
    {
        var generated = Of(z => mean + (slope * z));
        var expected = ClosedForm.JensenShannon(StillGenerator.Data, Mixture.Gaussian(mean, Math.Abs(slope)));
        Assert.Equal(expected, generated.JensenShannon(StillGenerator.Data), 2e-5);
        Assert.Equal(1, generated.Densities.Sum() * 18 / generated.Densities.Count, 1e-8);
        foreach (var (x, density) in PushForward.Middles.PairedWith(generated.Densities))
            Assert.Equal(Mixture.Gaussian(mean, Math.Abs(slope)).Density(x), density, 1e-3);
    }

    [Fact]
    public void AFold_AddsBothSides()
    {
        // |z| against N(0, 1): m is 1.5·φ on the right and 0.5·φ on the left
        var expected = ((0.5 * Math.Log(1 / 1.5)) + (0.5 * Math.Log(2)) + Math.Log(2 / 1.5)) / 2;
        Assert.Equal(expected, Of(Math.Abs).JensenShannon(Mixture.Gaussian(0, 1)), 1e-5);
    }

    [Fact]
    public void WhatBinsHide_IsAboutWhatTheySayTheyHide()
    {
        var generated = Of(z => 0.08f * z);
        var exact = ClosedForm.JensenShannon(StillGenerator.Data, Mixture.Gaussian(0, 0.08));
        var hidden = exact - generated.JensenShannon(StillGenerator.Data);
        Assert.InRange(hidden, 0, 1e-3);
        Assert.InRange(generated.BinError(StillGenerator.Data), hidden / 3, hidden * 3);
    }

    [Fact]
    public void OnePoint_AndWhatIsFarAway_AreAsFarAsCanBe()
    {
        Assert.Equal(Math.Log(2), Of(_ => 0.5f).JensenShannon(StillGenerator.Data), 0.01);
        Assert.Equal(Math.Log(2), Of(_ => 1e9f).JensenShannon(StillGenerator.Data), 1e-6);
        Assert.Equal(Math.Log(2), Of(z => 1e9f * z).JensenShannon(StillGenerator.Data), 1e-6);
    }

    [Fact]
    public void Images_AreOneForEachLatent() => Assert.Throws<ArgumentException>(() => new PushForward([1f, 2f]));

    private static PushForward Of(Func<float, float> generator) => new([.. PushForward.Latents.Select(generator)]);
}
