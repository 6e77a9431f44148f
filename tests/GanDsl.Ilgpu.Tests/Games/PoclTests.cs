using System.Reflection;
using GanDsl.Ilgpu.Kernels;
using GanDsl.Ilgpu.Tests.Optimizers;
using GanDsl.Optimizers;
using ILGPU;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>The games that are played on both devices launch, together, every kernel of the library.</summary>
public class PoclTests
{
    // A test that plays on both devices, and what it plays.
    private static readonly (Type Class, string Test, Func<ComputeDevice, IDisposable> Open)[] Played =
    [
        (typeof(ParityTests), nameof(ParityTests.AnMlpGame), device => new PointGame.Ilgpu(1, device)),
        (typeof(ParityTests), nameof(ParityTests.AnMlpGameWithTransposedWeights), device => new TransposedGame.Ilgpu(1, device)),
        (typeof(ParityTests), nameof(ParityTests.AConvolutionalGameWithBatchNormInG), device => new PictureGame.Ilgpu(1, device)),
        (typeof(ParityTests), nameof(ParityTests.PlayersOfBlocks), device => new BlockGame.Ilgpu(1, device)),
        (typeof(ParityTests), nameof(ParityTests.BothAtOnceOnConvolutions), device => new PictureSimultaneousGame.Ilgpu(1, device)),
        (typeof(RegularizerTests), nameof(RegularizerTests.LazyR1AndR2), device => new PointLazyGame.Ilgpu(1, device)),
        (typeof(LeCamTests), nameof(LeCamTests.InAJointPass), device => new PointLeCamGame.Ilgpu(1, device)),
        (typeof(SpectralNormTests), nameof(SpectralNormTests.TenSteps_OfAnMlpGameWithR1), device => new SpectralPointGame.Ilgpu(1, device)),
        (typeof(ConditionalTests), nameof(ConditionalTests.AGameByConcatenation), device => new ClassGame.Ilgpu(1, device)),
        (typeof(HeadTests), nameof(HeadTests.CodesOfBothKinds), device => new InfoGame.Ilgpu(1, device)),
        (typeof(TwoPairTests), nameof(TwoPairTests.OneShape_WithIdentityAverageClippingAndOneDiscriminatorThatCouplesSamples), device =>
            new TwoPairIdentityGame.Ilgpu(1, device)),
        (typeof(AugmentationTests), nameof(AugmentationTests.OfAllKinds), device => new AugmentedGame.Ilgpu(1, device)),
        (typeof(AdaTests), nameof(AdaTests.OfAllKinds), device => new AdaptedGame.Ilgpu(1, device)),
        (typeof(LayerTests), nameof(LayerTests.AGameOfFiltersAndMoves), device => new ResampledGame.Ilgpu(1, device)),
        (typeof(LayerTests), nameof(LayerTests.AGameThatLooksAtGroupsOfSamples), device => new StdDevGame.Ilgpu(1, device)),
        (typeof(LayerTests), nameof(LayerTests.Dropout2d_DropsWholeChannels_InTrainModeOnly), device => new ChannelDroppingGenerator.Ilgpu(1, device)),
        (typeof(ForwardTests), nameof(ForwardTests.ADiscriminatorOfManyLayers), device => new WideDiscriminator.Ilgpu(1, device)),
        (typeof(AverageTests), nameof(AverageTests.AnAveragedGame_IsTorchs), device => new AveragedGame.Ilgpu(1, device)),
    ];

    [Fact]
    public void EveryKernel_IsLaunchedByAGameThatIsPlayedOnBothDevices()
    {
        using var device = ComputeDevice.Cpu();
        foreach (var (_, _, open) in Played)
        {
            using var game = open(device);

            // Codes are drawn where somebody asks for noise.
            if (game is IGan { TakesSources: false } gan) gan.Noise(1);
        }

        var launched = device.Methods.Select(Definition).ToHashSet();
        Assert.Equal([], Library().Where(kernel => !launched.Contains(kernel)).Select(kernel => $"{kernel.DeclaringType!.Name}.{kernel.Name}"));
    }

    [Fact]
    public void ThoseGames_ArePlayedOnBothDevices()
    {
        foreach (var (type, test, _) in Played)
        {
            Assert.Equal("Both", type.GetMethod(test)!.GetCustomAttribute<MemberDataAttribute>()!.MemberName);
            var devices = ((IEnumerable<object[]>)type.GetProperty("Both")!.GetValue(null)!).Select(row => (string)row[0]).ToHashSet();
            Assert.Equal(((IEnumerable<object[]>)Devices.Names).Select(row => (string)row[0]).ToHashSet(), devices);
        }
    }

    private static IEnumerable<MethodInfo> Library() =>
        from type in typeof(MapKernels).Assembly.GetTypes()
        where type.Namespace == typeof(MapKernels).Namespace
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public)
        let parameters = method.GetParameters()
        where parameters.Length == 2 && parameters[0].ParameterType == typeof(Index1D) && method.ReturnType == typeof(void)
        select Definition(method);

    private static MethodInfo Definition(MethodInfo method) => method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
}
