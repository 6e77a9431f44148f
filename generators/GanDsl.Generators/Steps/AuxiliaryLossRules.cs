namespace GanDsl.Generators.Steps;

/// <summary>The rules of terms beside the game.</summary>
internal static class AuxiliaryLossRules
{
    public const string Argument = "GAN0371";
    public const string NoHead = "GAN0372";
    public const string Width = "GAN0373";
    public const string SecondOnHead = "GAN0374";
    public const string Labels = "GAN0375";
    public const string Code = "GAN0376";
    public const string Simultaneous = "GAN0377";
    public const string Unused = "GAN0378";
    public const string TooMany = "GAN0379";
}
