namespace GanDsl.Generators.Networks;

/// <summary>The rules that networks can break; <see cref="Layers.LayerRules"/> has those of single layers.</summary>
internal static class NetworkRules
{
    public const string LayersAreSpread = "GAN0002";
    public const string SecondMarker = "GAN0003";
    public const string NoLayers = "GAN0004";
    public const string MarkerArgument = "GAN0005";
    public const string InitializeArgument = "GAN0006";
    public const string SpectralNormOfNothing = "GAN0160";
    public const string SecondSpectralNorm = "GAN0161";
    public const string SpectralNormArgument = "GAN0162";
    public const string EqualizedRateOfNothing = "GAN0330";
    public const string SecondEqualizedRate = "GAN0331";
    public const string EqualizedRateArgument = "GAN0332";
    public const string EqualizedRateOfNormalised = "GAN0334";
}
