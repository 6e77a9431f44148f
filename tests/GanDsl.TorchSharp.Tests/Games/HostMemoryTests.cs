using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>IGan over host memory against the typed members.</summary>
public class HostMemoryTests
{
    [Fact]
    public void TheGame_SaysItsShapes()
    {
        using IGan gan = new Pictures.K1Fresh.Torch(1, CPU);

        Assert.Equal(16, gan.Latent);
        Assert.Equal([1, 28, 28], gan.SampleShape);
        Assert.Equal(0, gan.Steps);
    }

    [Fact]
    public void Step_OnASpanAHostBatchOrABatch_IsTheSame()
    {
        float[] reals = [.. Enumerable.Range(0, 16).Select(i => MathF.Sin(i))];
        using var onSpan = new Points.K1Fresh.Torch(1, CPU);
        using var onHost = new Points.K1Fresh.Torch(1, CPU);
        using var onBatch = new Points.K1Fresh.Torch(1, CPU);
        using var batch = new Batch<S2>(tensor(reals, 8, 2));

        ((IGan)onSpan).Step(reals);
        onHost.Step(new HostBatch<S2>(reals));
        onBatch.Step(batch);

        Assert.Equal(onBatch.Report(), onSpan.Report());
        Assert.Equal(onBatch.Report(), onHost.Report());
        Assert.True(onSpan.Generator.Flat.equal(onBatch.Generator.Flat).all().ToBoolean());
        Assert.True(onHost.Discriminator.Flat.equal(onBatch.Discriminator.Flat).all().ToBoolean());
        Assert.Equal(1, onSpan.Steps);
    }

    [Fact]
    public void Sample_IsForwardInEvalMode()
    {
        using var gan = new Pictures.K1Fresh.Torch(1, CPU);
        gan.Step(new HostBatch<S1x28x28>(new float[4 * 784]));
        using var latents = gan.Noise(3);
        using var samples = gan.Generator.Forward(latents, Mode.Eval);

        Assert.Equal(samples.ToArray(), ((IGan)gan).Sample(latents.ToArray()));
    }

    [Fact]
    public void States_AreThoseOfThePlayers()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);

        Assert.Equal(gan.Generator.NamedParameters.Select(parameter => parameter.Name), gan.GeneratorState().Select(tensor => tensor.Name));
        Assert.Equal(gan.Discriminator.NamedParameters.Select(parameter => parameter.Name), gan.DiscriminatorState().Select(tensor => tensor.Name));
    }
}
