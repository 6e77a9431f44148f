namespace GanDsl.Tests.Torch.Layers;

// One network for each set of arguments that a layer is checked with; LayerCases has libtorch's own module beside each.

[Generator(latent: 7)]
[Dense(5)]
internal sealed partial class DenseWithBias;

[Generator(latent: 7)]
[Dense(5, bias: false)]
internal sealed partial class DenseWithoutBias;

[Generator(latent: 60)]
[Reshape(2, 6, 5)]
[Conv2d(3, kernel: 3)]
internal sealed partial class ConvByDefault;

[Generator(latent: 168)]
[Reshape(4, 7, 6)]
[Conv2d(6, kernel: new[] { 3, 2 }, stride: new[] { 2, 1 }, padding: new[] { 1, 2 }, dilation: new[] { 2, 1 }, groups: 2, bias: false)]
internal sealed partial class ConvOfEveryArgument;

[Generator(latent: 60)]
[Reshape(2, 6, 5)]
[Conv2d(3, kernel: 3, stride: 2, padding: 2, paddingMode: PaddingMode.Reflect)]
internal sealed partial class ConvReflected;

[Generator(latent: 60)]
[Reshape(2, 6, 5)]
[Conv2d(3, kernel: new[] { 3, 2 }, padding: new[] { 2, 1 }, paddingMode: PaddingMode.Replicate)]
internal sealed partial class ConvReplicated;

[Generator(latent: 60)]
[Reshape(2, 6, 5)]
[Conv2d(3, kernel: 3, padding: 1, paddingMode: PaddingMode.Circular)]
internal sealed partial class ConvCircular;

[Generator(latent: 60)]
[Reshape(2, 6, 5)]
[ConvTranspose2d(3, kernel: 4, stride: 2, padding: 1)]
internal sealed partial class ConvTransposeByDefault;

[Generator(latent: 72)]
[Reshape(4, 6, 3)]
[ConvTranspose2d(
    6, kernel: new[] { 3, 2 }, stride: new[] { 2, 3 }, padding: new[] { 1, 0 }, outputPadding: new[] { 1, 2 }, groups: 2, bias: false,
    dilation: new[] { 2, 1 })]
internal sealed partial class ConvTransposeOfEveryArgument;

[Generator(latent: 100)]
[Reshape(100, 1, 1)]
[ConvTranspose2d(24, kernel: 4)]
internal sealed partial class ConvTransposeOfLatents;

[Generator(latent: 720)]
[Reshape(20, 6, 6)]
[Conv2d(30, kernel: 3, bias: false), Flatten]
internal sealed partial class ConvOfOddChannels;

[Generator(latent: 1080)]
[Reshape(30, 6, 6)]
[Conv2d(1, kernel: 3)]
internal sealed partial class ConvToOneChannel;

[Generator(latent: 216)]
[Reshape(6, 6, 6)]
[Conv2d(9, kernel: 3, groups: 3)]
internal sealed partial class ConvOfOddGroups;

[Generator(latent: 6144)]
[Reshape(96, 8, 8)]
[Conv2d(96, kernel: 4, stride: 2, padding: 1, groups: 2)]
internal sealed partial class ConvOfGroupsOf48;

[Generator(latent: 512)]
[Reshape(32, 4, 4)]
[Conv2d(1, kernel: 4, bias: false)]
internal sealed partial class ConvToLogits;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Upsample(2)]
internal sealed partial class UpsampleTwice;

[Generator(latent: 60)]
[Reshape(3, 4, 5), Upsample(new[] { 1, 3 }), ReLU]
internal sealed partial class UpsampleOneWay;

[Generator(latent: 60)]
[Reshape(3, 4, 5), AvgPool2d(2)]
internal sealed partial class AvgPoolByDefault;

[Generator(latent: 60)]
[Reshape(3, 4, 5), AvgPool2d(3, stride: 2, padding: 1)]
internal sealed partial class AvgPoolOverlapping;

[Generator(latent: 60)]
[Reshape(3, 4, 5), AvgPool2d(new[] { 2, 3 }, new[] { 1, 2 }, new[] { 1, 0 }), ReLU]
internal sealed partial class AvgPoolOfEveryArgument;

[Generator(latent: 9)]
[BatchNorm]
internal sealed partial class BatchNormOfFeatures;

[Generator(latent: 60)]
[Reshape(3, 20)]
[BatchNorm]
internal sealed partial class BatchNormOfSequences;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[BatchNorm(eps: 1e-3, momentum: 0.3)]
internal sealed partial class BatchNormOfPictures;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[BatchNorm(affine: false)]
internal sealed partial class BatchNormNotAffine;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[BatchNorm(trackRunningStats: false)]
internal sealed partial class BatchNormWithoutStatistics;

[Generator(latent: 9)]
[ReLU]
internal sealed partial class ReLUAlone;

[Generator(latent: 9)]
[LeakyReLU]
internal sealed partial class LeakyReLUByDefault;

[Generator(latent: 9)]
[LeakyReLU(-0.3)]
internal sealed partial class LeakyReLUOfNegativeSlope;

[Generator(latent: 9)]
[Tanh]
internal sealed partial class TanhAlone;

[Generator(latent: 9)]
[Sigmoid]
internal sealed partial class SigmoidAlone;

[Generator(latent: 9)]
[SiLU]
internal sealed partial class SiLUAlone;

[Generator(latent: 9)]
[Softmax]
internal sealed partial class SoftmaxAlone;

[Generator(latent: 9)]
[Softplus]
internal sealed partial class SoftplusByDefault;

[Generator(latent: 9)]
[Softplus(3, threshold: 0.5)]
internal sealed partial class SoftplusOfEveryArgument;

[Generator(latent: 9)]
[PReLU]
internal sealed partial class PReLUByDefault;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[PReLU(perChannel: true, init: -0.5)]
internal sealed partial class PReLUPerChannel;

[Generator(latent: 9)]
[LayerNorm]
internal sealed partial class LayerNormOfFeatures;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[LayerNorm(1e-2)]
internal sealed partial class LayerNormOfPictures;

[Generator(latent: 60)]
[Reshape(3, 20)]
[LayerNorm(affine: false)]
internal sealed partial class LayerNormNotAffine;

[Generator(latent: 12)]
[GroupNorm(3)]
internal sealed partial class GroupNormOfFeatures;

[Generator(latent: 120)]
[Reshape(6, 4, 5)]
[GroupNorm(2, eps: 1e-3)]
internal sealed partial class GroupNormOfPictures;

[Generator(latent: 120)]
[Reshape(6, 4, 5)]
[GroupNorm(6, affine: false)]
internal sealed partial class GroupNormNotAffine;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[InstanceNorm]
internal sealed partial class InstanceNormByDefault;

[Generator(latent: 60)]
[Reshape(3, 20)]
[InstanceNorm(0.1, affine: true)]
internal sealed partial class InstanceNormOfEveryArgument;

[Generator(latent: 9)]
[PixelNorm]
internal sealed partial class PixelNormOfFeatures;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[PixelNorm(0.1)]
internal sealed partial class PixelNormOfPictures;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[GlobalAvgPool]
internal sealed partial class GlobalAvgPoolAlone;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[GlobalSumPool]
internal sealed partial class GlobalSumPoolAlone;

[Generator(latent: 12)]
[Dense(12), SiLU, Tanh, Dense(12), Softplus, ReLU, PReLU, Tanh, LayerNorm(0.1), ReLU, GroupNorm(3, 0.1), Tanh, Reshape(3, 2, 2), InstanceNorm(0.1), ReLU,
    PixelNorm(0.1), Tanh, GlobalAvgPool, ReLU]
internal sealed partial class ActivationsInPlaceBehindLayersThatReadTheirInput;

[Generator(latent: 7)]
[Dense(9), ReLU, Tanh, Dense(9), LeakyReLU(0.2), Sigmoid, Dense(9), Tanh, LeakyReLU(-0.2), Sigmoid, Dense(9), Sigmoid]
internal sealed partial class ActivationsInPlaceAndNot;

// Every activation whose way back reads its output, each behind a Dense and behind another that it must not write over.
[Generator(latent: 7)]
[Dense(9), Sigmoid, Dense(9), LeakyReLU(0.2), Dense(9), LeakyReLU(3), Sigmoid, Dense(9), ReLU, LeakyReLU(0.2), Dense(9), LeakyReLU(0), Dense(9), Tanh, Sigmoid]
internal sealed partial class ActivationsDifferentiatedByOutputs;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[Flatten(1, 2)]
internal sealed partial class FlattenSome;

[Generator(latent: 60)]
[Reshape(3, 4, 5)]
[Flatten(-2), Reshape(5, 12), Flatten]
internal sealed partial class FlattenFromBehind;

[Generator(latent: 12)]
[Reshape(3, 4), ReLU, Flatten, Tanh, Dense(4), Reshape(2, 2), ReLU, Flatten]
internal sealed partial class ActivationsOnViews;
