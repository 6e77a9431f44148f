namespace GanDsl.Generators.Steps;

/// <summary>The rules of augmentations.</summary>
internal static class AugmentationRules
{
    public const string Argument = "GAN0420";
    public const string Second = "GAN0421";
    public const string NoPictures = "GAN0422";
    public const string Pairs = "GAN0423";
    public const string Misfit = "GAN0424";
    public const string NoThreshold = "GAN0425";
}
