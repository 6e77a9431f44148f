namespace GanDsl.Generators.Networks;

/// <summary>The rules of classes and labels, and of sources.</summary>
internal static class ConditionRules
{
    public const string OneConditional = "GAN0300";
    public const string ClassesDiffer = "GAN0301";
    public const string Classes = "GAN0302";
    public const string Ignored = "GAN0303";
    public const string NoLabel = "GAN0304";
    public const string SourceShape = "GAN0401";
    public const string SourceAndClasses = "GAN0402";
    public const string SourcesDiffer = "GAN0403";
    public const string PairsWithClasses = "GAN0404";
}
