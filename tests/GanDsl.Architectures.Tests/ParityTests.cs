using GanDsl.Ilgpu;

namespace GanDsl.Architectures.Tests;

/// <summary>Architectures with few channels and small pictures: a step on our own kernels is that on libtorch, 1e-4.</summary>
public class ParityTests
{
    // One for all: kernels that compute the same are compiled once.
    private static readonly ComputeDevice Device = ComputeDevice.Cpu();

    [Fact]
    public void Mlp()
    {
        using var torch = new SmallMlpGan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallMlpGan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 4, steps: 1);
    }

    [Fact]
    public void Dcgan()
    {
        using var torch = new SmallDcgan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallDcgan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void Lsgan()
    {
        using var torch = new SmallLsgan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallLsgan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void WganGp()
    {
        using var torch = new SmallWganGp.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallWganGp.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void Sngan()
    {
        using var torch = new SmallSngan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallSngan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void Sagan()
    {
        using var torch = new SmallSagan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallSagan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void Concatenation()
    {
        using var torch = new SmallConcatenation.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallConcatenation.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 4, steps: 1);
    }

    [Fact]
    public void ProjectionWithAttention()
    {
        using var torch = new SmallProjection.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallProjection.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void BigGan()
    {
        using var torch = new SmallBigGan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallBigGan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void BigGanDeep()
    {
        using var torch = new SmallBigGanDeep.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallBigGanDeep.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void Acgan()
    {
        using var torch = new SmallAcGan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallAcGan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 3, steps: 1);
    }

    [Fact]
    public void Infogan()
    {
        using var torch = new SmallInfoGan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallInfoGan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 3, steps: 1);
    }

    [Fact]
    public void Pix2Pix()
    {
        using var torch = new SmallPix2Pix.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallPix2Pix.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void Cycle()
    {
        using var torch = new SmallCycleGan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallCycleGan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void Srgan()
    {
        using var torch = new SmallSrgan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallSrgan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void R3()
    {
        using var torch = new SmallR3Gan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallR3Gan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }

    [Fact]
    public void StyleGan2()
    {
        using var torch = new SmallStyleGan.Torch(1, TorchSharp.torch.CPU);
        using var own = new SmallStyleGan.Ilgpu(2, Device);
        Ilgpu.Tests.Games.Parity.Run(torch, own, count: 2, steps: 1);
    }
}
