namespace GanDsl.Tests.Torch.Games;

[Generator(latent: 2)]
[Dense(4), Tanh, Dense(2)]
internal sealed partial class CollectedGenerator;

[Discriminator(2)]
[Dense(4), LeakyReLU(0.2), Dense(1)]
internal sealed partial class CollectedDiscriminator;

[Gan<CollectedGenerator, CollectedDiscriminator>]
[NonSaturating]
[Adam(2e-4, beta1: 0.5)]
internal sealed partial class CollectedGame;

/// <summary>A step hands native code what only managed code keeps alive.</summary>
public class CollectorTests
{
    [Fact]
    public async Task FinalizersAtAnyMoment_TakeNothingFromAStep()
    {
        using var gan = new CollectedGame.Torch(1, TorchSharp.torch.CPU);
        using var stop = new CancellationTokenSource();
        var collector = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();

                // Without a pause the collector would stop the stepping thread for good.
                Thread.Sleep(1);
            }
        });

        using var reals = gan.Noise(4);
        for (var step = 0; step < 1500; step++)
        {
            using var batch = new GanDsl.Torch.Batch<S2>(reals.Tensor.alias());
            gan.Step(batch);
        }

        stop.Cancel();
        await collector;
        Assert.All(gan.GeneratorState(), tensor => Assert.All(((TensorValues.Float32)tensor.Values).Elements, value => Assert.True(float.IsFinite(value))));
    }
}
