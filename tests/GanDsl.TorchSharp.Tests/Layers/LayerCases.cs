using System.Reflection;
using GanDsl.HandWritten;
using GanDsl.Tests.Cases;
using GanDsl.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>A declared network and libtorch's own modules in the same order, so that the names of their weights agree.</summary>
internal sealed record LayerCase(int Latent, Func<TorchNetwork> Network, Func<Module<Tensor, Tensor>> Modules);

/// <summary>
/// libtorch's function with the arguments of ConvTransposeOfEveryArgument. TorchSharp's own module does not pass on the second number
/// of its output padding: its output is 9 wide where PyTorch's is 10.
/// </summary>
internal sealed class TransposedOfEveryArgument : Module<Tensor, Tensor>
{
    private readonly Parameter weight = Parameter(torch.zeros(4, 3, 3, 2));

    public TransposedOfEveryArgument()
        : base(nameof(TransposedOfEveryArgument)) => RegisterComponents();

    public override Tensor forward(Tensor input) => functional.conv_transpose2d(
        input, weight, null, [2, 3], [1, 0], [1, 2], [2, 1], 2);

    protected override void Dispose(bool disposing)
    {
        if (disposing) weight.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Karras et al. 2018, section 4.2; libtorch has no module of it.</summary>
internal sealed class PixelNormOfPapers(double eps) : Module<Tensor, Tensor>(nameof(PixelNormOfPapers))
{
    public override Tensor forward(Tensor input) => PlainLayers.PixelNorm(input, eps);
}

/// <summary>libtorch's function; TorchSharp's own module refuses samples without pixels, which PyTorch's takes.</summary>
internal sealed class GroupNormOfFlatSamples : Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly int groups;
    private readonly double eps;

    public GroupNormOfFlatSamples(int groups, int features, double eps)
        : base(nameof(GroupNormOfFlatSamples))
    {
        (this.groups, this.eps) = (groups, eps);
        weight = Parameter(torch.zeros(features));
        bias = Parameter(torch.zeros(features));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => functional.group_norm(input, groups, weight, bias, eps);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            weight.Dispose();
            bias.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>The sum of each channel's pixels.</summary>
internal sealed class SumOfPixels() : Module<Tensor, Tensor>(nameof(SumOfPixels))
{
    public override Tensor forward(Tensor input) => input.flatten(2).sum(2);
}

internal static class LayerCases
{
    public static readonly IReadOnlyDictionary<string, LayerCase> All = new Dictionary<string, LayerCase>
    {
        [nameof(DenseWithBias)] = new(7, () => new DenseWithBias.Torch(1), () => Sequential(Linear(7, 5))),
        [nameof(DenseWithoutBias)] = new(7, () => new DenseWithoutBias.Torch(1), () => Sequential(Linear(7, 5, hasBias: false))),
        [nameof(ConvByDefault)] = new(60, () => new ConvByDefault.Torch(1), () => Sequential(Unflatten(1, [2, 6, 5]), Conv2d(2, 3, 3L))),
        [nameof(ConvOfEveryArgument)] = new(168, () => new ConvOfEveryArgument.Torch(1), () => Sequential(
            Unflatten(1, [4, 7, 6]),
            Conv2d(4, 6, kernel_size: (3, 2), stride: (2, 1), padding: (1, 2), dilation: (2, 1), groups: 2, bias: false))),
        [nameof(ConvReflected)] = new(60, () => new ConvReflected.Torch(1), () => Sequential(
            Unflatten(1, [2, 6, 5]), Conv2d(2, 3, kernel_size: 3, stride: 2, padding: 2, padding_mode: PaddingModes.Reflect))),
        [nameof(ConvReplicated)] = new(60, () => new ConvReplicated.Torch(1), () => Sequential(
            Unflatten(1, [2, 6, 5]), Conv2d(2, 3, kernel_size: (3, 2), padding: (2, 1), padding_mode: PaddingModes.Replicate))),
        [nameof(ConvCircular)] = new(60, () => new ConvCircular.Torch(1), () => Sequential(
            Unflatten(1, [2, 6, 5]), Conv2d(2, 3, kernel_size: 3, padding: 1, padding_mode: PaddingModes.Circular))),
        [nameof(ConvTransposeByDefault)] = new(60, () => new ConvTransposeByDefault.Torch(1), () => Sequential(
            Unflatten(1, [2, 6, 5]), ConvTranspose2d(2, 3, kernel_size: 4, stride: 2, padding: 1))),
        [nameof(ConvTransposeOfEveryArgument)] = new(72, () => new ConvTransposeOfEveryArgument.Torch(1), () => Sequential(
            Unflatten(1, [4, 6, 3]),
            new TransposedOfEveryArgument())),
        [nameof(ConvTransposeOfLatents)] = new(
            100, () => new ConvTransposeOfLatents.Torch(1), () => Sequential(Unflatten(1, [100, 1, 1]), ConvTranspose2d(100, 24, 4L))),
        [nameof(ConvOfOddChannels)] = new(
            720, () => new ConvOfOddChannels.Torch(1), () => Sequential(Unflatten(1, [20, 6, 6]), Conv2d(20, 30, 3L, bias: false), Flatten())),
        [nameof(ConvToOneChannel)] = new(1080, () => new ConvToOneChannel.Torch(1), () => Sequential(Unflatten(1, [30, 6, 6]), Conv2d(30, 1, 3L))),
        [nameof(ConvOfOddGroups)] = new(216, () => new ConvOfOddGroups.Torch(1), () => Sequential(Unflatten(1, [6, 6, 6]), Conv2d(6, 9, 3L, groups: 3))),
        [nameof(ConvOfGroupsOf48)] = new(
            6144, () => new ConvOfGroupsOf48.Torch(1), () => Sequential(Unflatten(1, [96, 8, 8]), Conv2d(96, 96, 4L, stride: 2, padding: 1, groups: 2))),
        [nameof(ConvToLogits)] = new(512, () => new ConvToLogits.Torch(1), () => Sequential(Unflatten(1, [32, 4, 4]), Conv2d(32, 1, 4L, bias: false))),
        [nameof(UpsampleTwice)] = new(60, () => new UpsampleTwice.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), Upsample(scale_factor: [2, 2]))),
        [nameof(UpsampleOneWay)] = new(
            60, () => new UpsampleOneWay.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), Upsample(scale_factor: [1, 3]), ReLU())),
        [nameof(AvgPoolByDefault)] = new(60, () => new AvgPoolByDefault.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), AvgPool2d(2))),
        [nameof(AvgPoolOverlapping)] = new(60, () => new AvgPoolOverlapping.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), AvgPool2d(3, 2, 1))),
        [nameof(AvgPoolOfEveryArgument)] = new(
            60, () => new AvgPoolOfEveryArgument.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), AvgPool2d((2, 3), (1, 2), (1, 0)), ReLU())),
        [nameof(BatchNormOfFeatures)] = new(9, () => new BatchNormOfFeatures.Torch(1), () => Sequential(BatchNorm1d(9))),
        [nameof(BatchNormOfSequences)] = new(60, () => new BatchNormOfSequences.Torch(1), () => Sequential(Unflatten(1, [3, 20]), BatchNorm1d(3))),
        [nameof(BatchNormOfPictures)] = new(
            60, () => new BatchNormOfPictures.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), BatchNorm2d(3, eps: 1e-3, momentum: 0.3))),
        [nameof(BatchNormNotAffine)] = new(60, () => new BatchNormNotAffine.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), BatchNorm2d(3, affine: false))),
        [nameof(BatchNormWithoutStatistics)] = new(
            60, () => new BatchNormWithoutStatistics.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), BatchNorm2d(3, track_running_stats: false))),
        [nameof(ReLUAlone)] = new(9, () => new ReLUAlone.Torch(1), () => Sequential(ReLU())),
        [nameof(LeakyReLUByDefault)] = new(9, () => new LeakyReLUByDefault.Torch(1), () => Sequential(LeakyReLU(0.01))),
        [nameof(LeakyReLUOfNegativeSlope)] = new(9, () => new LeakyReLUOfNegativeSlope.Torch(1), () => Sequential(LeakyReLU(-0.3))),
        [nameof(TanhAlone)] = new(9, () => new TanhAlone.Torch(1), () => Sequential(Tanh())),
        [nameof(SigmoidAlone)] = new(9, () => new SigmoidAlone.Torch(1), () => Sequential(Sigmoid())),
        [nameof(SiLUAlone)] = new(9, () => new SiLUAlone.Torch(1), () => Sequential(SiLU())),
        [nameof(SoftmaxAlone)] = new(9, () => new SoftmaxAlone.Torch(1), () => Sequential(Softmax(1))),
        [nameof(SoftplusByDefault)] = new(9, () => new SoftplusByDefault.Torch(1), () => Sequential(Softplus())),
        [nameof(SoftplusOfEveryArgument)] = new(9, () => new SoftplusOfEveryArgument.Torch(1), () => Sequential(Softplus(beta: 3, threshold: 0.5))),
        [nameof(PReLUByDefault)] = new(9, () => new PReLUByDefault.Torch(1), () => Sequential(PReLU(1, 0.25))),
        [nameof(PReLUPerChannel)] = new(60, () => new PReLUPerChannel.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), PReLU(3, -0.5))),
        [nameof(LayerNormOfFeatures)] = new(9, () => new LayerNormOfFeatures.Torch(1), () => Sequential(LayerNorm(9))),
        [nameof(LayerNormOfPictures)] = new(60, () => new LayerNormOfPictures.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), LayerNorm([3, 4, 5], 1e-2))),
        [nameof(LayerNormNotAffine)] = new(
            60, () => new LayerNormNotAffine.Torch(1), () => Sequential(Unflatten(1, [3, 20]), LayerNorm([3, 20], elementwise_affine: false))),
        [nameof(GroupNormOfFeatures)] = new(12, () => new GroupNormOfFeatures.Torch(1), () => Sequential(new GroupNormOfFlatSamples(3, 12, 1e-5))),
        [nameof(GroupNormOfPictures)] = new(120, () => new GroupNormOfPictures.Torch(1), () => Sequential(Unflatten(1, [6, 4, 5]), GroupNorm(2, 6, 1e-3))),
        [nameof(GroupNormNotAffine)] = new(
            120, () => new GroupNormNotAffine.Torch(1), () => Sequential(Unflatten(1, [6, 4, 5]), GroupNorm(6, 6, affine: false))),
        [nameof(InstanceNormByDefault)] = new(60, () => new InstanceNormByDefault.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), InstanceNorm2d(3))),
        [nameof(InstanceNormOfEveryArgument)] = new(
            60, () => new InstanceNormOfEveryArgument.Torch(1), () => Sequential(Unflatten(1, [3, 20]), InstanceNorm1d(3, eps: 0.1, affine: true))),
        [nameof(PixelNormOfFeatures)] = new(9, () => new PixelNormOfFeatures.Torch(1), () => Sequential(new PixelNormOfPapers(1e-8))),
        [nameof(PixelNormOfPictures)] = new(60, () => new PixelNormOfPictures.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), new PixelNormOfPapers(0.1))),
        [nameof(GlobalAvgPoolAlone)] = new(
            60, () => new GlobalAvgPoolAlone.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), AdaptiveAvgPool2d(1), Flatten())),
        [nameof(GlobalSumPoolAlone)] = new(60, () => new GlobalSumPoolAlone.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), new SumOfPixels())),
        [nameof(ActivationsInPlaceBehindLayersThatReadTheirInput)] = new(
            12, () => new ActivationsInPlaceBehindLayersThatReadTheirInput.Torch(1), () => Sequential(
                Linear(12, 12), SiLU(), Tanh(), Linear(12, 12), Softplus(), ReLU(), PReLU(1, 0.25), Tanh(), LayerNorm(12, 0.1), ReLU(),
                new GroupNormOfFlatSamples(3, 12, 0.1), Tanh(),
                Unflatten(1, [3, 2, 2]), InstanceNorm2d(3, eps: 0.1), ReLU(), new PixelNormOfPapers(0.1), Tanh(), AdaptiveAvgPool2d(1), Flatten(), ReLU())),
        [nameof(ActivationsInPlaceAndNot)] = new(7, () => new ActivationsInPlaceAndNot.Torch(1), () => Sequential(
            Linear(7, 9), ReLU(), Tanh(), Linear(9, 9), LeakyReLU(0.2), Sigmoid(), Linear(9, 9), Tanh(), LeakyReLU(-0.2), Sigmoid(), Linear(9, 9), Sigmoid())),
        [nameof(ActivationsDifferentiatedByOutputs)] = new(7, () => new ActivationsDifferentiatedByOutputs.Torch(1), () => Sequential(
            Linear(7, 9), Sigmoid(), Linear(9, 9), LeakyReLU(0.2), Linear(9, 9), LeakyReLU(3), Sigmoid(), Linear(9, 9), ReLU(), LeakyReLU(0.2), Linear(9, 9),
            LeakyReLU(0.0), Linear(9, 9), Tanh(), Sigmoid())),
        [nameof(FlattenSome)] = new(60, () => new FlattenSome.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), Flatten(1, 2))),
        [nameof(FlattenFromBehind)] = new(
            60, () => new FlattenFromBehind.Torch(1), () => Sequential(Unflatten(1, [3, 4, 5]), Flatten(-2), Flatten(1), Unflatten(1, [5, 12]), Flatten())),
        [nameof(ActivationsOnViews)] = new(12, () => new ActivationsOnViews.Torch(1), () => Sequential(
            Unflatten(1, [3, 4]), ReLU(), Flatten(), Tanh(), Linear(12, 4), Unflatten(1, [2, 2]), ReLU(), Flatten())),
    }.Concat(GraphCases.All).Concat(SpectralCases.All).Concat(SmoothCases.All).Concat(ResamplingCases.All).Concat(StyleCases.All).Concat(AttentionCases.All)
        .Concat(ModulationCases.All).Concat(Declared).ToDictionary();

    // The networks of tests/Shared/LayerCases.
    private static IEnumerable<KeyValuePair<string, LayerCase>> Declared =>
        Case.All.SelectMany(one => one.Networks).Select(one => KeyValuePair.Create(one.Key.Name, new LayerCase(
            one.Key.GetCustomAttribute<GeneratorAttribute>()!.Latent.Single(),
            () => (TorchNetwork)Activator.CreateInstance(one.Key.GetNestedType("Torch")!, 1L, CPU)!,
            one.Value)));
}
