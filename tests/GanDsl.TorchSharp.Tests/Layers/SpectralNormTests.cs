using GanDsl.Tests.Torch.Games;
using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>What power iteration comes to, and what the state says of it. Single passes and their gradients are in <see cref="LayerParityTests"/>.</summary>
public class SpectralNormTests
{
    [Fact]
    public void AfterManyPasses_TheLargestSingularValueIsOne()
    {
        using var network = new SpectralEverywhere.Torch(1, CPU);
        using var scope = NewDisposeScope();
        var latents = Values.Normal(1, 128);
        for (var i = 0; i < 300; i++) network.Apply(latents, ForwardMode.TrainFrozen).Dispose();

        Assert.Equal(3, network.NamedBuffers.Count(buffer => buffer.Name.EndsWith("weight_u", StringComparison.Ordinal)));
        foreach (var (name, weight) in network.NamedParameters.Where(parameter => parameter.Name.EndsWith("weight_orig", StringComparison.Ordinal)))
        {
            var prefix = name[..1];
            var matrix = (prefix == "3" ? weight.transpose(0, 1) : weight).flatten(1).to(ScalarType.Float64);
            var buffers = network.NamedBuffers.ToDictionary(buffer => buffer.Name, buffer => buffer.Value.to(ScalarType.Float64));
            var sigma = buffers[$"{prefix}.weight_u"].dot(matrix.mv(buffers[$"{prefix}.weight_v"])).item<double>();
            Assert.Equal(linalg.svdvals(matrix)[0].item<double>(), sigma, 1e-3 * sigma);
        }
    }

    [Fact]
    public void EvalMode_LeavesUAndV()
    {
        using var network = new SpectralEverywhere.Torch(1, CPU);
        using var scope = NewDisposeScope();
        var latents = Values.Normal(2, 128);
        var before = network.NamedBuffers.Select(buffer => buffer.Value.clone()).ToList();

        network.Apply(latents, ForwardMode.Evaluate);
        Assert.All(network.NamedBuffers.PairedWith(before), pair => Assert.True(pair.First.Value.equal(pair.Second).all().ToBoolean()));

        network.Apply(latents, ForwardMode.TrainFrozen);
        Assert.All(network.NamedBuffers.PairedWith(before), pair => Assert.False(pair.First.Value.equal(pair.Second).all().ToBoolean(), pair.First.Name));
    }

    [Fact]
    public void TheState_HasPyTorchsNames_AndComesBack()
    {
        using var network = new SpectralDense.Torch(1, CPU);
        using var other = new SpectralDense.Torch(2, CPU);

        var state = network.State();
        other.Load(state);

        Assert.Equal(
            ["0.bias", "0.weight_orig", "0.weight_u", "0.weight_v", "2.weight", "3.bias", "3.weight_orig", "3.weight_u", "3.weight_v"],
            state.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
        foreach (var (want, have) in state.PairedWith(other.State()))
            Assert.Equal(((TensorValues.Float32)want.Values).Elements, ((TensorValues.Float32)have.Values).Elements);
    }

    [Fact]
    public void UAndV_BeginWithNormOne()
    {
        using var network = new SpectralDense.Torch(1, CPU);

        Assert.All(network.NamedBuffers, buffer => Assert.Equal(1, buffer.Value.norm().item<float>(), 1e-6));
    }

    [Fact]
    public void TheAverageOfG_TakesOverUAndV()
    {
        using var game = new SpectralGames.Averaged.Torch(1, CPU);
        for (var step = 0; step < 3; step++) ((IGan)game).Step([.. Enumerable.Range(0, 16).Select(i => (float)Math.Sin(i))]);

        Assert.Equal(["2.weight_u", "2.weight_v"], game.AverageGenerator.NamedBuffers.Select(buffer => buffer.Name));
        Assert.All(game.AverageGenerator.NamedBuffers.PairedWith(game.Generator.NamedBuffers), pair =>
            Assert.True(pair.First.Value.equal(pair.Second.Value).all().ToBoolean(), pair.First.Name));
    }
}
