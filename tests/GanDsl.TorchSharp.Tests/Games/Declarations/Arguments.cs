namespace GanDsl.Tests.Torch.Games;

/// <summary>The other objective, and every argument of Adam.</summary>
internal static partial class Arguments
{
    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Minimax]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class MinimaxPoints;

    [Gan<SmoothPictures.Generator, SmoothPicturesNormalized.Discriminator>]
    [Minimax]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class MinimaxPictures;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating]
    [Adam(1e-4, beta1: 0, beta2: 0.9, eps: 1e-4, player: Player.Generator)]
    [Adam(4e-4, beta1: 0.9, beta2: 0.99, eps: 1e-3, weightDecay: 0.01, player: Player.Discriminator)]
    internal sealed partial class AdamEach;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4, weightDecay: 0.1)]
    internal sealed partial class WeightDecay;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, beta2: 0.5, eps: 1e-4, amsgrad: true)]
    internal sealed partial class Amsgrad;

    [Gan<SmoothPictures.Generator, SmoothPicturesNormalized.Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, beta2: 0.5, eps: 1e-4, weightDecay: 0.1, amsgrad: true)]
    internal sealed partial class AmsgradWithWeightDecay;
}
