using GanDsl.Ilgpu;
using GanDsl.Ilgpu.Testing;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>The generated games on our own kernels, on PoCL unless told otherwise: the CPU that libtorch has, too.</summary>
public static class OwnKernels
{
    private static Lazy<ComputeDevice> Device { get; set; } = new(() =>
        PoclDevice.TryOpen(KernelStore.OfUser())
            ?? throw new InvalidOperationException("PoCL is not installed: apt-get install pocl-opencl-icd ocl-icd-opencl-dev."));

    /// <summary>Opens the device of the games to come: <c>pocl</c>, or <c>cpu</c> for the emulation; none for <c>torch</c>.</summary>
    public static ComputeDevice? Use(string name)
    {
        if (name == "torch") return null;
        if (name == "cpu") Device = new(ComputeDevice.Cpu);
        else if (name != "pocl") throw new ArgumentException($"There is no device '{name}'; there are pocl and cpu.", nameof(name));
        return Device.Value;
    }

    public static IContender Mlp2d(long seed)
    {
        var gan = new Declarations.Mlp2d.Ilgpu(seed, Device.Value);
        return new OwnKernelsContender<S2, S2>(gan, gan.Generator, gan.Discriminator, gan.Step, (reals, latents, _) => gan.Step(reals, latents));
    }

    public static IContender Mlp28x28(long seed)
    {
        var gan = new Declarations.Mlp28x28.Ilgpu(seed, Device.Value);
        return new OwnKernelsContender<S100, S1x28x28>(gan, gan.Generator, gan.Discriminator, gan.Step, (reals, latents, _) => gan.Step(reals, latents));
    }

    public static IContender Dcgan28x28(long seed)
    {
        var gan = new Declarations.Dcgan28x28.Ilgpu(seed, Device.Value);
        return new OwnKernelsContender<S100, S1x28x28>(gan, gan.Generator, gan.Discriminator, gan.Step, (reals, latents, _) => gan.Step(reals, latents));
    }

    public static IContender Sngan32(long seed)
    {
        var gan = new Declarations.Sngan32.Ilgpu(seed, Device.Value);
        return new OwnKernelsContender<S128, S3x32x32>(gan, gan.Generator, gan.Discriminator, gan.Step, (reals, latents, _) => gan.Step(reals, latents));
    }

    public static IContender Dcgan28x28Simultaneous(long seed)
    {
        var gan = new Declarations.Dcgan28x28Simultaneous.Ilgpu(seed, Device.Value);
        return new OwnKernelsContender<S100, S1x28x28>(gan, gan.Generator, gan.Discriminator, gan.Step, (reals, latents, _) => gan.Step(reals, latents));
    }

    public static IContender WganGp28x28(long seed)
    {
        var gan = new Declarations.WganGp28x28.Ilgpu(seed, Device.Value);
        return new OwnKernelsContender<S100, S1x28x28>(
            gan,
            gan.Generator,
            gan.Discriminator,
            gan.Step,
            (reals, latents, shares) =>
            {
                using var batch = Batch<S1>.From(new HostBatch<S1>(shares.data<float>().ToArray()), gan.Device);
                gan.Step(reals, latents, batch);
            });
    }
}
