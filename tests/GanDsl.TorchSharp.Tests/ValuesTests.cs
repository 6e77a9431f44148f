using static TorchSharp.torch;

namespace GanDsl.Tests.Torch;

/// <summary>A test's numbers are its own: which tests ran before it, or run beside it, does not change them.</summary>
public class ValuesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryTest_StartsFromTheSameNumbers(int draws)
    {
        using var seeded = new Generator(7);
        for (var draw = 0; draw < draws; draw++)
        {
            using var expected = randn([5], generator: seeded);
            using var actual = Values.Normal(5);
            Assert.True(expected.equal(actual).all().item<bool>());
        }
    }
}
