using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>LeCam on our own kernels: against libtorch after one step and after ten, and what it remembers from one backend to the other.</summary>
public class LeCamTests
{
    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [MemberData(nameof(Both))]
    public void InAJointPass(string device)
    {
        using var torch = new PointLeCamGame.Torch(seed: 1);
        using var own = new PointLeCamGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 16);
        AssertSame(torch.DiscriminatorOptimizer.State(), own.DiscriminatorOptimizer.State());
    }

    /// <summary>A pass of reals and one of fakes where R1 is due, a joint one where it is not; the means are updated in both.</summary>
    [Fact]
    public void InTheBranchesOfALazyRegulariser()
    {
        using var torch = new PointLeCamAndLazyR1Game.Torch(seed: 1);
        using var own = new PointLeCamAndLazyR1Game.Ilgpu(seed: 2, Devices.Get("CPU"));
        Parity.Run(torch, own, count: 7);
        AssertSame(torch.DiscriminatorOptimizer.State(), own.DiscriminatorOptimizer.State());
        Assert.Equal(torch.Report().Penalties.Select(penalty => penalty.Name), own.Report().Penalties.Select(penalty => penalty.Name));
        foreach (var (expected, actual) in torch.Report().Penalties.PairedWith(own.Report().Penalties)) Assert.Equal(expected.Value, actual.Value, 1e-4);
    }

    [Fact]
    public void WhatOneBackendRemembers_TheOtherTakesOver()
    {
        using var torch = new PointLeCamGame.Torch(seed: 1);
        using var own = new PointLeCamGame.Ilgpu(seed: 2, Devices.Get("CPU"));
        torch.Step(new HostBatch<S2>(new float[] { 1, 2, 3, 4 }));
        own.DiscriminatorOptimizer.Load(torch.DiscriminatorOptimizer.State());
        AssertSame(torch.DiscriminatorOptimizer.State(), own.DiscriminatorOptimizer.State(), tolerance: 0);
    }

    [Fact]
    public void TheKernelStaysInRegistersOnCuda() => PtxGate.Check(new Action<Index1D, RunningMeansArguments>(RunningMeansKernels.Update).Method);

    private static void AssertSame(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual, double tolerance = 1e-5)
    {
        Assert.Equal(expected.Select(tensor => tensor.Name), actual.Select(tensor => tensor.Name));
        foreach (var (want, have) in expected.PairedWith(actual).Where(pair => pair.First.Name.StartsWith("logits.", StringComparison.Ordinal)))
        {
            Assert.Equal(((TensorValues.Float32)want.Values).Elements[0], ((TensorValues.Float32)have.Values).Elements[0], tolerance);
        }
    }
}
