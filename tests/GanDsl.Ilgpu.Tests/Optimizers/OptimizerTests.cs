using GanDsl.Optimizers;
using static TorchSharp.torch;

namespace GanDsl.Ilgpu.Tests.Optimizers;

/// <summary>The one launch over the flat buffers against torch.optim's own classes over the parameters, on given gradients.</summary>
[Collection(nameof(Devices))]
public class OptimizerTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in OptimizerOracle.Of.Keys)
            {
                foreach (var device in new[] { "CPU", "PoCL" }) all.Add(name, device);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TwentyUpdates_AreThoseOfTorchOptim(string name, string device)
    {
        using var game = OptimizerPlay.Of(name, Devices.Get(device));
        AssertUpdates(game.Generator, OptimizerOracle.Of[name][0], $"{name}, G");
        AssertUpdates(game.Discriminator, OptimizerOracle.Of[name][1], $"{name}, D");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnUpdate_IsOneLaunch_AndTwoToClipItsGradient(string name, string device)
    {
        using var game = OptimizerPlay.Of(name, Devices.Get(device));
        var before = Devices.Get(device).Launches;
        game.Generator.Step();
        game.Discriminator.Step();
        var bounding = OptimizerOracle.Of[name].Count(oracle => oracle.MaxNorm is not null);
        Assert.Equal(2 + (2 * bounding), Devices.Get(device).Launches - before);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnOptimiserThatTakesOverAnothersState_GoesOnAsIt(string name, string device)
    {
        using var first = OptimizerPlay.Of(name, Devices.Get(device));
        using var second = OptimizerPlay.Of(name, Devices.Get(device));
        for (var update = 1; update <= 6; update++)
        {
            if (update == 4)
            {
                second.Discriminator.Range.Network.Load(first.Discriminator.Range.Network.State());
                second.Discriminator.Load(first.Discriminator.State());
                Assert.Equal(3, second.Discriminator.Updates);
            }

            foreach (var optimizer in update >= 4 ? new[] { first.Discriminator, second.Discriminator } : [first.Discriminator])
            {
                SetGradients(optimizer, update);
                optimizer.Step();
            }
        }

        Numbers.Same(Floats(first.Discriminator.Range.Network.State()), Floats(second.Discriminator.Range.Network.State()));
        Numbers.Same(Floats(first.Discriminator.State()), Floats(second.Discriminator.State()));
    }

    [Fact]
    public void State_IsNamedByParameterAndSlot_AsOnTorch()
    {
        using var torch = new AmsgradGame.Torch(seed: 1);
        using var game = new AmsgradGame.Ilgpu(seed: 1, Devices.Get("CPU"));
        Assert.Equal(torch.DiscriminatorOptimizer.State().Select(tensor => tensor.Name), game.DiscriminatorOptimizer.State().Select(tensor => tensor.Name));
        game.DiscriminatorOptimizer.Load(torch.DiscriminatorOptimizer.State());
        var foreign = Assert.Throws<ArgumentException>(() => game.GeneratorOptimizer.Load(game.DiscriminatorOptimizer.State()));
        Assert.Contains("unknown 0.weight.max_exp_avg_sq", foreign.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryKernel_StaysInRegistersOnCuda()
    {
        using var device = ComputeDevice.Cpu();
        foreach (var name in OptimizerOracle.Of.Keys)
        {
            using var game = OptimizerPlay.Of(name, device);
        }

        var updates = device.Methods.Where(method => method.Name == nameof(Kernels.UpdateKernels.Update)).ToList();
        Assert.Equal(2 * OptimizerOracle.Of.Count, updates.Count);
        foreach (var method in updates) PtxGate.Check(method);
    }

    private static void AssertUpdates(FlatOptimizer optimizer, Oracle create, string what)
    {
        using var scope = NewDisposeScope();
        var network = optimizer.Range.Network;
        using var oracle = new OptimizerOracle(create, Tensors(network.State()));
        for (var update = 1; update <= 20; update++)
        {
            oracle.Step(SetGradients(optimizer, update));
            optimizer.Step();
            using var actual = tensor(Floats(network.State()));
            var expected = oracle.Vector();
            var distance = (actual - expected).norm().item<float>() / expected.norm().item<float>();
            Assert.True(distance <= Tolerance, $"{what}, update {update}: {distance:E2} away from torch.optim");
        }
    }

    // Sizes that change from update to update: the largest second moment must not be the last.
    private static Dictionary<string, Tensor> SetGradients(FlatOptimizer optimizer, int update)
    {
        var gradients = optimizer.Range.Network.State().Select((tensor, i) => tensor with
        {
            Values = new TensorValues.Float32(Numbers.Normal(tensor.Values.Count, (100 * update) + i, std: 1 + (update % 7))),
        }).ToDictionary(tensor => tensor.Name);
        optimizer.Range.Network.Write(optimizer.Range.Gradients, name => gradients[name]);
        return Tensors(gradients.Values).ToDictionary(tensor => tensor.Name, tensor => tensor.Value);
    }

    private static IEnumerable<(string Name, Tensor Value)> Tensors(IEnumerable<NamedTensor> state) =>
        state.Select(named => (named.Name, tensor(((TensorValues.Float32)named.Values).Elements, [.. named.Shape])));

    private static float[] Floats(IEnumerable<NamedTensor> state) =>
        [.. state.SelectMany(named => named.Values is TensorValues.Float32 { Elements: var elements } ? elements : [])];
}
