using GanDsl.Ilgpu;
using GanDsl.Ilgpu.Testing;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>The generated games on our own kernels, on PoCL: the CPU that libtorch has, too.</summary>
public static class OwnKernels
{
    private static readonly Lazy<ComputeDevice> Device = new(() =>
        PoclDevice.TryOpen() ?? throw new InvalidOperationException("PoCL is not installed: apt-get install pocl-opencl-icd ocl-icd-opencl-dev."));

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
