using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests;

public class PhiloxTests
{
    // The known answers of Random123's distribution (kat_vectors, philox4x32 10).
    [Theory]
    [InlineData(0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x0000000000000000, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffffffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0x299f31d0a4093822, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void WordsAreRandom123s(uint c0, uint c1, uint c2, uint c3, ulong key, uint r0, uint r1, uint r2, uint r3)
    {
        var words = Philox.Draw(unchecked((long)key), c0, c1, c2, c3);
        Assert.Equal((r0, r1, r2, r3), (words.First, words.Second, words.Third, words.Fourth));
    }

    [Fact]
    public void UniformsFillTheIntervalFrom0ToBelow1()
    {
        Assert.Equal(0, Philox.Uniform(0));
        Assert.Equal(1 - MathF.Pow(2, -24), Philox.Uniform(uint.MaxValue));
    }

    [Fact]
    public void NormalsAreBoxAndMullers()
    {
        for (var i = 0u; i < 10_000; i++)
        {
            var pair = Philox.Draw(3, i, 0, 0, 0);
            var radius = Math.Sqrt(-2 * Math.Log(((pair.First >> 8) + 1) * Math.Pow(2, -24)));
            var angle = 2 * Math.PI * (((pair.Second >> 8) * Math.Pow(2, -24)) - 0.125);
            Assert.Equal(radius * Math.Cos(angle), Philox.NormalCosine(pair.First, pair.Second), 1e-6);
            Assert.Equal(radius * Math.Sin(angle), Philox.NormalSine(pair.First, pair.Second), 1e-6);
        }
    }

    [Fact]
    public void TheExtremeWordsGiveFiniteNormals()
    {
        foreach (var u in new[] { 0u, 255u, 256u, uint.MaxValue })
        {
            foreach (var v in new[] { 0u, uint.MaxValue / 2, uint.MaxValue })
            {
                Assert.InRange(Philox.NormalCosine(u, v), -6f, 6f);
                Assert.InRange(Philox.NormalSine(u, v), -6f, 6f);
            }
        }
    }
}
