using GanDsl.Torch;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>A libtorch whose float32 convolutions are right on this processor.</summary>
internal sealed class RightConvolutions : IOracle
{
    private static readonly Lazy<bool> Passes = new(() => !ConvolutionSelfTest.Run());

    public static string Name => "A libtorch whose float32 convolutions pass the self-test on this processor";

    public static string? Remedy => null;

    public static bool IsThere => Passes.Value;
}
