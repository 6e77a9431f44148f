using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 1000)]
[Dropout(0.3)]
internal sealed partial class DropoutAlone;

[Generator(latent: 10)]
[Dropout(1)]
internal sealed partial class DropoutOfEverything;

[Generator(latent: 10)]
[Dropout(0)]
internal sealed partial class DropoutOfNothing;

[Generator(latent: 6400)]
[Reshape(400, 4, 4), Dropout2d(0.3)]
internal sealed partial class DropoutOfChannels;

/// <summary>Dropout draws its own mask, so it is checked by what a mask must be.</summary>
[LayersOf(typeof(DropoutAlone), typeof(DropoutOfChannels))]
public class DropoutTests
{
    [Fact]
    public void InTrainMode_ElementsAreZeroOrScaled_AndTheirShareIsP()
    {
        using var network = new DropoutAlone.Torch(1);
        using var input = ones(200, 1000).requires_grad_();
        using var output = network.Apply(input, ForwardMode.Train);

        using var kept = output != 0;
        var share = kept.to(ScalarType.Float64).mean().item<double>();

        // 200,000 draws: the standard deviation of the share is 0.001.
        Assert.InRange(share, 0.7 - 0.005, 0.7 + 0.005);
        Values.AssertClose(full_like(output[kept], 1 / 0.7f), output[kept], 1e-6, "kept elements");

        output.backward([ones_like(output)]);
        Values.AssertClose(output.detach(), input.grad!, 1e-6, "gradient");
    }

    [Fact]
    public void Dropout2d_DropsWholeChannels()
    {
        using var network = new DropoutOfChannels.Torch(1);
        using var input = ones(100, 6400).requires_grad_();
        using var output = network.Apply(input, ForwardMode.Train);
        using var channels = output.flatten(2);

        // A channel is all zero, or all scaled; 40,000 draws: the standard deviation of the share is 0.0023.
        Assert.True(channels.amax([2]).equal(channels.amin([2])).all().ToBoolean());
        Assert.InRange((channels.amax([2]) != 0).to(ScalarType.Float64).mean().item<double>(), 0.7 - 0.012, 0.7 + 0.012);
        Values.AssertClose(full_like(output[output != 0], 1 / 0.7f), output[output != 0], 1e-6, "kept elements");

        output.backward([ones_like(output)]);
        Values.AssertClose(output.detach().flatten(1), input.grad!, 1e-6, "gradient");
    }

    [Fact]
    public void InEvalMode_ItIsTheIdentity()
    {
        using var network = new DropoutAlone.Torch(1);
        using var input = Values.Normal(3, 1000);
        using var output = network.Apply(input, ForwardMode.Evaluate);
        Assert.True(output.equal(input).all().ToBoolean());

        using var ofChannels = new DropoutOfChannels.Torch(1);
        using var pictures = Values.Normal(2, 6400);
        using var same = ofChannels.Apply(pictures, ForwardMode.Evaluate);
        Assert.True(same.equal(pictures.view(2, 400, 4, 4)).all().ToBoolean());
    }

    [Fact]
    public void EverythingAndNothingCanBeDropped()
    {
        using var everything = new DropoutOfEverything.Torch(1);
        using var nothing = new DropoutOfNothing.Torch(1);
        using var input = Values.Normal(3, 10);
        Assert.Equal(0, everything.Apply(input, ForwardMode.Train).abs().sum().item<float>());
        Assert.True(nothing.Apply(input, ForwardMode.Train).equal(input).all().ToBoolean());
    }

    [Fact]
    public void MasksFollowTheSeed_WhateverTheGlobalRandomNumbersDo()
    {
        float[] Draw(long seed)
        {
            using var network = new DropoutAlone.Torch(seed);
            using var input = ones(2, 1000);
            torch.rand(3).Dispose();
            using var output = network.Apply(input, ForwardMode.Train);
            return output.data<float>().ToArray();
        }

        Assert.Equal(Draw(5), Draw(5));
        Assert.NotEqual(Draw(5), Draw(6));
    }
}
