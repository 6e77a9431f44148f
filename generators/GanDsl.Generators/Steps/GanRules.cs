namespace GanDsl.Generators.Steps;

/// <summary>The rules that games can break.</summary>
internal static class GanRules
{
    public const string ShapesDiffer = "GAN0201";
    public const string NotOneLogit = "GAN0202";
    public const string EndsInSigmoid = "GAN0203";
    public const string NotANetwork = "GAN0204";
    public const string NoObjective = "GAN0205";
    public const string SecondObjective = "GAN0206";
    public const string NoOptimizer = "GAN0207";
    public const string SecondOptimizer = "GAN0208";
    public const string OptimizerArgument = "GAN0209";
    public const string ScheduleArgument = "GAN0210";
    public const string RegularizerArgument = "GAN0211";
    public const string SecondRegularizer = "GAN0212";
    public const string ObjectiveArgument = "GAN0220";
    public const string NoFunction = "GAN0221";
    public const string UnreadableFunction = "GAN0222";
    public const string NotADivergence = "GAN0223";
    public const string ModifierArgument = "GAN0230";
    public const string SecondModifier = "GAN0231";
    public const string PenaltyOnCoupledSamples = "GAN0240";
    public const string SecondInterval = "GAN0241";
    public const string SimultaneousLazy = "GAN0242";
    public const string SecondSchedule = "GAN0260";
    public const string SimultaneousCouples = "GAN0261";
    public const string SimultaneousPenalty = "GAN0262";
    public const string SimultaneousRelativistic = "GAN0263";
    public const string SimultaneousLogits = "GAN0350";
    public const string NothingLearns = "GAN0354";
    public const string SimultaneousPatches = "GAN0400";
}
