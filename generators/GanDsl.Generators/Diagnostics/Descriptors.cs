using System.Collections.Immutable;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Steps;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Every diagnostic. 00xx: declarations; 01xx: layers and shapes; 02xx: games. Ids are never reused.</summary>
internal static class Descriptors
{
    private const string Category = "GanDsl";

    // Where generators/rules is published: a page per rule, with its cause, a bad and a good declaration.
    private const string Pages = "https://github.com/GanDsl/GanDsl/blob/main/generators/rules/";

    // Before the descriptors, each of which enters itself: fields are filled from top to bottom.
    private static readonly Dictionary<string, DiagnosticDescriptor> Known = new(StringComparer.Ordinal);

    public static readonly DiagnosticDescriptor NotPartial = Error(
        TypeRules.NotPartial, "The class is not partial", "'{0}' must be partial, so that code for '{1}' can be added to it; write 'partial {2}'");

    public static readonly DiagnosticDescriptor LayersAreSpread = Error(
        NetworkRules.LayersAreSpread, "Layers on two declarations",
        "The layers of '{0}' are on more than one partial declaration, which have no order among them; move them all to one");

    public static readonly DiagnosticDescriptor SecondMarker = Error(
        NetworkRules.SecondMarker, "Two declarations in one class", "'{0}' is declared [{1}] and [{2}]; split it into two classes");

    public static readonly DiagnosticDescriptor NoLayers = Error(
        NetworkRules.NoLayers, "A network without layers", "'{0}' has no layers; put at least one after its marker, such as [Dense(128)]");

    public static readonly DiagnosticDescriptor MarkerArgument = Error(
        NetworkRules.MarkerArgument, "The input shape is impossible", "The input of '{0}' is impossible: {1}");

    public static readonly DiagnosticDescriptor InitializeArgument = Error(
        NetworkRules.InitializeArgument, "The initial distribution is impossible",
        "N({0}, {1}²) is not a distribution; the mean must be finite, the standard deviation finite and at least 0");

    public static readonly DiagnosticDescriptor NoMarker = Error(
        "GAN0007", "An attribute without its marker", "[{0}] does nothing on '{1}', which has no {2}; add the marker or remove the attribute");

    public static readonly DiagnosticDescriptor FileLocal = Error(
        TypeRules.FileLocal, "The class is local to its file", "'{0}' is local to its file, so no other file can add code for '{1}' to it; remove 'file'");

    public static readonly DiagnosticDescriptor NameTaken = Error(
        TypeRules.NameTaken, "A generated name is taken", "'{0}' has a '{1}' of its own, which the generated part also declares; rename it");

    public static readonly DiagnosticDescriptor Argument = Error(
        LayerRules.Argument, "A layer's argument is out of range", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor Rank = Error(
        LayerRules.Rank, "A layer does not fit its input", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor NoPixels = Error(
        LayerRules.NoPixels, "A layer leaves no pixels", "Layer {0}, {1}, on {2} {3}");

    public static readonly DiagnosticDescriptor Groups = Error(
        LayerRules.Groups, "Groups do not divide the channels", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor Elements = Error(
        LayerRules.Elements, "Reshape changes the number of elements", "Layer {0}, {1}, on {2}, which {3}");

    public static readonly DiagnosticDescriptor Overflow = Error(
        LayerRules.Overflow, "A size is too large", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor Padding = Error(
        LayerRules.Padding, "Padding is larger than the picture", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor Junction = Error(
        LayerRules.Junction, "Two activations do not fit together", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor UnknownTap = Error(
        TapRules.Unknown, "A tap that is not there", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor TapTwice = Error(
        TapRules.Twice, "Two taps of one name", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor UnreadTap = Error(
        TapRules.Unread, "A tap that nothing reads", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor DanglingActivation = Error(
        TapRules.Dangling, "From leaves what nothing reads", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor FromStaysHere = Error(
        TapRules.StaysHere, "From does nothing", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor NotABlock = Error(
        BlockRules.NotABlock, "Use of a class that is not a block",
        "Layer {0} uses '{1}', which is not a block; put [Block] on it, or use a class that has it");

    public static readonly DiagnosticDescriptor BlockCycle = Error(
        BlockRules.Cycle, "A block that uses itself", "Layer {0} of '{1}' uses '{1}' again through {2}, so its expansion would never end; remove it");

    public static readonly DiagnosticDescriptor BlockWidth = Error(
        BlockRules.Widths, "A block and its width do not agree", "Layer {0}: {1}");

    public static readonly DiagnosticDescriptor OutsideBlock = Error(
        BlockRules.OutsideBlock,
        "A block's width outside a block",
        "Layer {0}, {1}, reads a width that only blocks have, but '{2}' is a network; write the number");

    public static readonly DiagnosticDescriptor TooManyLayers = Error(
        BlockRules.TooManyLayers, "Too many layers", "The blocks of '{0}' expand to more than {1} layers; nest them less");

    public static readonly DiagnosticDescriptor SpectralNormOfNothing = Error(
        NetworkRules.SpectralNormOfNothing, "Spectral norm of no weight",
        "[SpectralNorm] normalises the weights of Dense, Conv2d, ConvTranspose2d, ModulatedConv2d, ToRGB and SelfAttention2d, and {0}; "
            + "put it right after such a layer, or before the first layer for all of them");

    public static readonly DiagnosticDescriptor SecondSpectralNorm = Error(
        NetworkRules.SecondSpectralNorm, "Spectral norm twice", "[SpectralNorm] normalises layer {0}, {1}, already; remove one of the two");

    public static readonly DiagnosticDescriptor SpectralNormArgument = Error(
        NetworkRules.SpectralNormArgument, "Spectral norm's argument is out of range", "SpectralNorm's {0}");

    public static readonly DiagnosticDescriptor SpectralNormInBlock = Error(
        "GAN0163", "Spectral norm on a block",
        "[SpectralNorm] is on '{0}', which is a block; put it before the first layer of the network that uses '{0}': it reaches the layers of its blocks, too");

    public static readonly DiagnosticDescriptor EqualizedRateOfNothing = Error(
        NetworkRules.EqualizedRateOfNothing, "Equalized learning rate of no weight",
        "[EqualizedLearningRate] scales the weights of Dense, Conv2d, ConvTranspose2d, ModulatedConv2d, ToRGB and SelfAttention2d, and {0}; "
            + "put it right after such a layer, or before the first layer for all of them");

    public static readonly DiagnosticDescriptor SecondEqualizedRate = Error(
        NetworkRules.SecondEqualizedRate, "Equalized learning rate twice", "[EqualizedLearningRate] scales layer {0}, {1}, already; remove one of the two");

    public static readonly DiagnosticDescriptor EqualizedRateArgument = Error(
        NetworkRules.EqualizedRateArgument, "Equalized learning rate's argument is out of range", "EqualizedLearningRate's {0}");

    public static readonly DiagnosticDescriptor EqualizedRateInBlock = Error(
        "GAN0333", "Equalized learning rate on a block",
        "[EqualizedLearningRate] is on '{0}', which is a block; put it before the first layer of the network that uses '{0}': it reaches the "
            + "layers of its blocks, too");

    public static readonly DiagnosticDescriptor EqualizedRateOfNormalised = Error(
        NetworkRules.EqualizedRateOfNormalised,
        "Equalized learning rate under spectral norm",
        "[SpectralNorm] divides the weight of layer {0}, {1}, by its largest singular value, whatever [EqualizedLearningRate] multiplies it by; "
            + "remove one of the two");

    public static readonly DiagnosticDescriptor ShapesDiffer = Error(
        GanRules.ShapesDiffer, "G's output is not D's input", "'{0}' outputs {1}, but '{2}' takes {3}; G goes {4}, D goes {5}: make G's output D's input");

    public static readonly DiagnosticDescriptor NotOneLogit = Error(
        GanRules.NotOneLogit,
        "D does not end in one logit a sample",
        "'{0}' ends in {1}, but a discriminator ends in one logit a sample, (N, 1); it goes {2}: end it in [Flatten, Dense(1)]");

    public static readonly DiagnosticDescriptor SimultaneousPatches = Error(
        GanRules.SimultaneousPatches, "A simultaneous game of patches whose slopes differ",
        "'{0}' cannot be [Simultaneous]: '{1}' returns {2} logits per sample, and under {3} the ratio of G's gradient to D's differs between them; "
            + "remove [Simultaneous], or use an objective with a constant ratio: [Minimax], [Wasserstein]");

    public static readonly DiagnosticDescriptor EndsInSigmoid = Error(
        GanRules.EndsInSigmoid,
        "D ends in Sigmoid or Softmax",
        "Layer {0}, {1}, ends the discriminator, but objectives work on its logit, where they are stable; remove it");

    public static readonly DiagnosticDescriptor NotANetwork = Error(
        GanRules.NotANetwork, "A type argument is not such a network", "'{0}' is the {2} type argument of [Gan], but has no [{1}]; the order is [Gan<{3}>]");

    public static readonly DiagnosticDescriptor NoObjective = Error(
        GanRules.NoObjective, "A game without an objective", "'{0}' has no objective; add one of {1}");

    public static readonly DiagnosticDescriptor SecondObjective = Error(
        GanRules.SecondObjective, "A game with two objectives", "'{0}' has the objective [{1}] already; remove it or [{2}]");

    public static readonly DiagnosticDescriptor NoOptimizer = Error(
        GanRules.NoOptimizer, "A player without an optimiser",
        "Nothing updates {1} of '{0}'; add [Adam(2e-4, beta1: 0.5)], or one for each player with player: Player.Generator and player: Player.Discriminator");

    public static readonly DiagnosticDescriptor SecondOptimizer = Error(
        GanRules.SecondOptimizer,
        "A player with two optimisers",
        "{1} of '{0}' has an optimiser already; give each player one with player: Player.Generator and player: Player.Discriminator");

    public static readonly DiagnosticDescriptor OptimizerArgument = Error(
        GanRules.OptimizerArgument, "An optimiser's argument is out of range", "{0}'s {1}");

    public static readonly DiagnosticDescriptor ScheduleArgument = Error(
        GanRules.ScheduleArgument, "A schedule's argument is out of range",
        "discriminatorSteps is {0}; D is updated at least once for each update of G, so it must be at least 1");

    public static readonly DiagnosticDescriptor RegularizerArgument = Error(
        GanRules.RegularizerArgument, "A regulariser's argument is out of range", "{0}'s {1}");

    public static readonly DiagnosticDescriptor SecondRegularizer = Error(
        GanRules.SecondRegularizer, "The same regulariser twice", "'{0}' has [{1}] already; remove one, or let one have the sum of both weights");

    public static readonly DiagnosticDescriptor ObjectiveArgument = Error(
        GanRules.ObjectiveArgument, "An objective's argument is out of range", "{0}'s {1}");

    public static readonly DiagnosticDescriptor NoFunction = Error(
        GanRules.NoFunction,
        "A divergence without its function",
        "'{0}' has no static double F(double u) that can be read: {1}; write it in a class of this project");

    public static readonly DiagnosticDescriptor UnreadableFunction = Error(
        GanRules.UnreadableFunction, "A divergence's function cannot be differentiated",
        "F of '{0}' must be one expression of u, double and int numbers, constants of its class, + - * /, Math.Log, Math.Exp, "
            + "Math.Sqrt and Math.Pow with a constant exponent, but '{1}' {2}");

    public static readonly DiagnosticDescriptor NotADivergence = Error(
        GanRules.NotADivergence,
        "A divergence's function is not convex",
        "F of '{0}' must be convex, and finite with its slope for u from e⁻¹⁵ to e¹⁵, but {1}");
    public static readonly DiagnosticDescriptor ModifierArgument = Error(
        GanRules.ModifierArgument, "A modifier's argument is out of range", "{0}'s {1}");

    public static readonly DiagnosticDescriptor SecondModifier = Error(
        GanRules.SecondModifier, "A player with the same modifier twice", "{0} of '{1}' has [{2}] already; remove one{3}");

    public static readonly DiagnosticDescriptor SecondSchedule = Error(
        GanRules.SecondSchedule, "A game with two schedules",
        "'{0}' is declared [{1}] already, and the players are updated either in turn or at once; remove it or [{2}]");

    public static readonly DiagnosticDescriptor SimultaneousCouples = Error(
        GanRules.SimultaneousCouples,
        "A simultaneous game whose D couples samples",
        "'{0}' cannot be [Simultaneous]: layer {1} of '{2}', {3}, couples the samples of a batch, so one backward through D cannot serve both players; "
            + "remove the layer from D, or [Simultaneous]");

    public static readonly DiagnosticDescriptor SimultaneousPenalty = Error(
        GanRules.SimultaneousPenalty,
        "A simultaneous game with a penalty outside its pass",
        "'{0}' cannot be [Simultaneous] with {1}, which penalises D at {2}: that takes another pass of D besides the one that both players share; "
            + "penalise D at the reals, with R1, or remove [Simultaneous]");

    public static readonly DiagnosticDescriptor SimultaneousRelativistic = Error(
        GanRules.SimultaneousRelativistic,
        "A simultaneous game whose losses couple reals and fakes",
        "'{0}' cannot be [Simultaneous] with {1}, which compares each sample with those of the other kind: G's gradient at a sample is "
            + "then not a multiple of D's; "
            + "choose an objective of single samples, or remove [Simultaneous]");

    public static readonly DiagnosticDescriptor SimultaneousLogits = Error(
        GanRules.SimultaneousLogits,
        "A simultaneous game with a penalty on its fakes' logits",
        "'{0}' cannot be [Simultaneous] with {1}: its gradient at a fake's logit can cancel that of D's loss, and G's gradient cannot be computed from 0; "
            + "penalise D at the reals, with R1, or remove [Simultaneous]");

    public static readonly DiagnosticDescriptor PenaltyOnCoupledSamples = Warning(
        GanRules.PenaltyOnCoupledSamples,
        "A penalty on each sample's gradient where D couples samples",
        "{0} needs the norm of each sample's own gradient, but layer {1} of '{2}', {3}, couples the samples of a batch: the gradient at a sample also depends "
            + "on the others' logits; use LayerNorm or InstanceNorm there, or no normalisation");

    public static readonly DiagnosticDescriptor SecondInterval = Error(
        GanRules.SecondInterval, "Two intervals of lazy regularisers",
        "{0} is due in every {1} call and {2} in every {3}; only a step with all penalties and one without the lazy ones are generated: give both the same "
            + "interval, or one of them every: 1");

    public static readonly DiagnosticDescriptor SimultaneousLazy = Error(
        GanRules.SimultaneousLazy,
        "A simultaneous game with a lazy penalty",
        "'{0}' cannot be [Simultaneous] with {1} in every {2} call: its step is one pass that is the same in every call; "
            + "write every: 1, or remove [Simultaneous]");

    public static readonly DiagnosticDescriptor OneConditional = Error(
        ConditionRules.OneConditional,
        "Only one player has classes",
        "'{0}' has {1} classes, but '{2}' has none; declare both players with Classes = {1}, or neither");

    public static readonly DiagnosticDescriptor ClassesDiffer = Error(
        ConditionRules.ClassesDiffer, "The players' classes differ",
        "'{0}' has {1} classes, but '{2}' has {3}; both players take the same labels, so give them the same number");

    public static readonly DiagnosticDescriptor Classes = Error(
        ConditionRules.Classes, "Too few classes", "Classes of '{0}' is {1}; labels tell at least 2 classes apart: write how many there are, or leave it out");

    public static readonly DiagnosticDescriptor IgnoredCondition = Error(
        ConditionRules.Ignored, "A network ignores its condition",
        "'{0}' has {2}, but no layer of it computes with its {1}; begin a branch with [From(\"{1}\")] or join it with [Concat(\"{1}\")]");

    public static readonly DiagnosticDescriptor NoLabel = Error(
        ConditionRules.NoLabel, "A layer of labels without labels", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor LargeEps = Warning(
        HintRules.LargeEps,
        "BatchNorm with a momentum for its eps",
        "Layer {0}, BatchNorm, adds eps {1} to the variance of its input, which drowns it; "
            + "the first argument is eps, 1e-5 by default: if the momentum is meant, write momentum: {1}");

    public static readonly DiagnosticDescriptor UselessBias = Info(
        HintRules.UselessBias, "A bias before BatchNorm",
        "The bias of layer {0}, {1}, does nothing: layer {2}, BatchNorm, subtracts the mean; write bias: false");

    public static readonly DiagnosticDescriptor NothingLearns = Error(
        GanRules.NothingLearns, "A player without parameters", "No layer of '{0}' has parameters, so it cannot learn; add a Dense or a convolution");

    public static readonly DiagnosticDescriptor HeadMisplaced = Error(
        HeadRules.Misplaced, "A head where none can be", "Layer {0}, {1}, on {2}: {3}");

    public static readonly DiagnosticDescriptor AuxiliaryLossArgument = Error(
        AuxiliaryLossRules.Argument, "An auxiliary loss's argument is out of range", "{0}'s {1}");

    public static readonly DiagnosticDescriptor NoHead = Error(
        AuxiliaryLossRules.NoHead, "An auxiliary loss of a missing head",
        "{0} reads a head that '{1}' does not have: {2}; put [Head(\"{3}\")] after the layer that computes its numbers");

    public static readonly DiagnosticDescriptor HeadWidth = Error(
        AuxiliaryLossRules.Width, "A head whose length does not fit its auxiliary loss",
        "{0} reads the head {1}, {2}, but its length must be {3}; give the Dense before it that many");

    public static readonly DiagnosticDescriptor SecondAuxiliaryLossOnHead = Error(
        AuxiliaryLossRules.SecondOnHead, "Two auxiliary losses of the same numbers",
        "{0} reads the same numbers as {1}; remove one, or give each its own head");

    public static readonly DiagnosticDescriptor AuxiliaryLossLabels = Error(
        AuxiliaryLossRules.Labels, "An auxiliary loss of labels that cannot have them", "{0} compares with labels, but {1}");

    public static readonly DiagnosticDescriptor AuxiliaryLossCode = Error(
        AuxiliaryLossRules.Code, "A code that the latents have no room for",
        "{0} makes a code of {1} of the latents of '{2}', {3}, but at least 1 must be left besides all codes; "
            + "give it a longer latent: one row of noise and codes");

    public static readonly DiagnosticDescriptor SimultaneousAuxiliaryLoss = Error(
        AuxiliaryLossRules.Simultaneous, "A simultaneous game with an auxiliary loss",
        "'{0}' cannot be [Simultaneous] with {1}: its gradient in G's loss is not a multiple of that in D's; remove [Simultaneous]");

    public static readonly DiagnosticDescriptor UnusedHead = Warning(
        AuxiliaryLossRules.Unused, "A head that no auxiliary loss reads",
        "No auxiliary loss of '{0}' reads the head {2} of '{1}', so it is not trained; "
            + "add [AuxiliaryClassifier(\"{2}\")] or [MutualInformation(\"{2}\")], or remove the head");

    public static readonly DiagnosticDescriptor TooManyAuxiliaryLosses = Error(
        AuxiliaryLossRules.TooMany, "More auxiliary losses than a report has room for",
        "{0} is auxiliary loss {1} of '{2}', but a step reports at most {3}; remove it, or give codes that belong together one head");

    public static readonly DiagnosticDescriptor SourceShape = Error(
        ConditionRules.SourceShape, "A source that is not a shape",
        "Source of '{0}' is {1}; write the shape of what G makes samples from, each dimension at least 1: Source = new[] {{ 3, 64, 64 }}");

    public static readonly DiagnosticDescriptor SourceAndClasses = Error(
        ConditionRules.SourceAndClasses, "A source together with classes",
        "'{0}' has both a Source and Classes; a discriminator takes one condition: remove one");

    public static readonly DiagnosticDescriptor SourcesDiffer = Error(
        ConditionRules.SourcesDiffer, "Pairs of other shapes",
        "'{0}' takes pairs with a source of {1}, but '{2}' makes samples from {3}; give both the same shape");

    public static readonly DiagnosticDescriptor PairsWithClasses = Error(
        ConditionRules.PairsWithClasses, "A game of pairs with classes or codes",
        "'{0}' is a game of pairs, {1}, whose samples are made only from sources; remove {2}");

    public static readonly DiagnosticDescriptor NoInverse = Error(
        TwoPairRules.NoInverse, "Two pairs that are not inverse",
        "'{0}' maps {1} to {2}, but '{3}' maps {4} to {5}; the second generator must take the first one's output, and output the first one's input");

    public static readonly DiagnosticDescriptor OnePair = Error(
        TwoPairRules.OnePair, "An auxiliary loss of two pairs in a game over one",
        "'{0}' has one pair, but [{1}] needs two; write [Gan<generator, discriminator, inverse generator, inverse discriminator>], or remove it");

    public static readonly DiagnosticDescriptor OtherShapes = Error(
        TwoPairRules.OtherShapes, "An identity between two shapes",
        "[{0}] passes '{1}', which maps {2} to {3}, samples of its own output kind; both must have one shape");

    public static readonly DiagnosticDescriptor UnsuitedToTwoPairs = Error(
        TwoPairRules.Unsuited, "What a game over two pairs cannot have", "'{0}' is a game over two pairs, which cannot have {1}: {2}; remove it");

    public static readonly DiagnosticDescriptor UntiedPairs = Warning(
        TwoPairRules.Untied, "Two pairs that nothing ties",
        "'{0}' trains '{1}' and '{2}' side by side, but nothing makes them inverse to each other; add [CycleConsistency]");

    public static readonly DiagnosticDescriptor AugmentationArgument = Error(
        AugmentationRules.Argument, "An augmentation's argument is out of range", "{0}'s {1}");

    public static readonly DiagnosticDescriptor SecondAugmentation = Error(
        AugmentationRules.Second, "A second augmentation", "'{0}' has [{1}] already; remove one");

    public static readonly DiagnosticDescriptor AugmentationOfNoPictures = Error(
        AugmentationRules.NoPictures, "An augmentation of samples that are not pictures",
        "[{0}] changes pictures (channels, height, width), but '{1}' takes samples of shape {2}; remove it, or let the players work on pictures");

    public static readonly DiagnosticDescriptor AugmentationOfPairs = Error(
        AugmentationRules.Pairs, "An augmentation in a game of pairs",
        "'{0}' is a game of pairs, whose samples must stay aligned with their sources; remove [{1}]");

    public static readonly DiagnosticDescriptor UnsuitedAugmentation = Error(
        AugmentationRules.Misfit, "An augmentation that does not suit the pictures", "[{0}] cannot change pictures of shape {1}: {2}");

    public static readonly DiagnosticDescriptor AugmentationWithoutThreshold = Error(
        AugmentationRules.NoThreshold, "An adaptive augmentation with nothing to follow",
        "[{0}] adapts to how many reals D calls real, but D has no threshold under [{1}]; use another objective, or [DiffAugment]");

    public static readonly DiagnosticDescriptor NoKernel = Error(
        KernelCheck.Rule,
        "An operation without a kernel",
        "'{0}' computes {1} {2}, for which this version has no kernel of its own; write Backends = Backends.Torch, and report it");

    /// <summary>Every descriptor by its id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> ById => Known;

    /// <summary>Every descriptor: analyzers report what the checks that they call find, and each may find any.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Known.Values.ToImmutableArray();

    private static DiagnosticDescriptor Info(string id, string title, string message) => Entered(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Entered(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Error(string id, string title, string message) => Entered(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Entered(string id, string title, string message, DiagnosticSeverity severity)
    {
        var descriptor = new DiagnosticDescriptor(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
        Known.Add(id, descriptor);
        return descriptor;
    }
}
