namespace GanDsl.Generators.Tests.Fuzz;

/// <summary>A game of two networks that fit, put together from a stream of choices.</summary>
internal sealed class FittingGame
{
    /// <summary>How many choices a stream should hold; the rest are the first of each kind.</summary>
    public const int Choices = 200;

    private static readonly int[][] Samples = [[3], [1, 8, 8], [2, 4, 6], [2, 5]];

    private static readonly string[] Rules =
    [
        "[NonSaturating, Adam]",
        "[Minimax, Adam(2e-4, beta1: 0.5), Alternating(3)]",
        "[Minimax, Adam(amsgrad: true), Alternating(2, freshNoise: false)]",
        "[NonSaturating, Adam(1e-4, player: Player.Generator), Adam(4e-4, player: Player.Discriminator), Alternating(freshNoise: false)]",
        "[Wasserstein, GradientPenalty(weight: 10, target: 1), Adam(1e-4, beta1: 0, beta2: 0.9), Alternating(5)]",
        "[NonSaturating, AdamW(beta1: 0.5, amsgrad: true, player: Player.Generator), RmsProp(momentum: 0.5, centered: true, player: Player.Discriminator)]",
        "[Minimax, Sgd(0.1, player: Player.Generator), Sgd(0.1, momentum: 0.9, dampening: 0.1, weightDecay: 0.1, player: Player.Discriminator)]",
        "[Wasserstein, RmsProp(5e-5), WeightClip, ClipGradient(1), Ema, LearningRate(Decay.Linear, 100, warmUp: 3, player: Player.Generator), Alternating(5)]",
        "[Hinge, LeCam(0.1, decay: 0.5), Adam]",
        "[RelativisticAverage, R1(every: 4), LeCam, Adam, Alternating(2, freshNoise: false)]",
        "[NonSaturating, R1(gamma: 1), GradientPenalty(0.5, 0), Adam, Alternating(freshNoise: false)]",
        "[NonSaturating, R1(every: 16, lazyAdam: true), Dragan, Adam, Alternating(2, freshNoise: false)]",
        "[NonSaturating, R2, R1, Dragan, GradientPenalty(oneSided: true), Adam, Alternating(2)]",
    ];

    public FittingGame(int[] stream)
    {
        var position = 0;
        var sample = Samples[Choose(Samples.Length)];
        var widths = Enumerable.Range(0, Math.Max(0, Choose(5) - 2)).Select(_ => 2 * (1 + Choose(3))).ToArray();
        var codes = widths.Select((width, i) => i == 0 ? width : width / 2).ToArray();
        var latent = 1 + Choose(12) + codes.Sum();
        var classes = Choose(3) == 1 ? 2 + Choose(3) : 0;
        Generator = new FittingNetwork([latent], Choose, classes).AddLayers(Choose(8)).EndIn(sample);
        Discriminator = new FittingNetwork(sample, Choose, classes).AddLayers(Choose(8)).AddHeads(widths).EndIn(1);
        var rules = Rules[Choose(Rules.Length)];
        Declarations = FormattableString.Invariant(
            $"""
            [Generator({latent}{Classes(classes)})]
            {Generator.Attributes}
            public sealed partial class G;

            [Discriminator({FittingNetwork.Numbers(sample)}{Classes(classes)})]
            {Discriminator.Attributes}
            public sealed partial class D;

            [Gan<G, D>]
            {rules}
            {(sample.Length == 3 ? Augmentation(Choose(3)) : "")}
            {string.Concat(widths.Select((_, i) => i == 0 ? "[MutualInformation(\"head0\")]\n" : "[MutualInformation(\"head1\", 0.1, Code.Gaussian)]\n"))}
            public sealed partial class Game;
            """);

        // A critic has no threshold that a probability could follow; colours are of one channel or three.
        string Augmentation(int which) => which == 0 ? ""
            : which == 1 || rules.StartsWith("[Wasserstein", StringComparison.Ordinal) ? "[DiffAugment]"
            : sample[0] == 1 ? "[Ada]"
            : "[Ada(color: false)]";

        int Choose(int count) => position < stream.Length ? stream[position++] % count : 0;
    }

    private static string Classes(int classes) => classes == 0 ? "" : FormattableString.Invariant($", Classes = {classes}");

    public FittingNetwork Generator { get; }

    public FittingNetwork Discriminator { get; }

    public string Declarations { get; }
}
