using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>Shapes that do not fit: the diagnostic is at the layer that they do not fit, and leads to the layer that made them.</summary>
public class SecondLocationTests
{
    [Theory]
    [InlineData("[Discriminator(1, 4, 4), Conv2d(2, 3), Dense(1)]", "GAN0102", "Conv2d(2, 3)")]
    [InlineData("[Discriminator(1, 4, 4), Conv2d(2, 3), Conv2d(2, 5), Flatten, Dense(1)]", "GAN0103", "Conv2d(2, 3)")]
    [InlineData("[Discriminator(4), Dense(6), Reshape(2, 2), Dense(1)]", "GAN0105", "Dense(6)")]
    public async Task TheLayerBefore(string attributes, string id, string before)
    {
        var diagnostic = Assert.Single(await Diagnosis.Of(GanCompilation.Create($"{attributes}\npublic sealed partial class D;\n")));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(before, Text(diagnostic.AdditionalLocations[0]));
    }

    [Theory]
    [InlineData("[Discriminator(1, 4, 4), Dense(1)]")]
    [InlineData("[Discriminator(4), Dense(0)]")]
    [InlineData("[Discriminator(4), Tanh, Dense(0)]")]
    public async Task NoneWhereTheInputIsTheFirst_OrNotToBlame(string attributes) =>
        Assert.Empty(Assert.Single(await Diagnosis.Of(GanCompilation.Create($"{attributes}\npublic sealed partial class D;\n"))).AdditionalLocations);

    private static string Text(Microsoft.CodeAnalysis.Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
