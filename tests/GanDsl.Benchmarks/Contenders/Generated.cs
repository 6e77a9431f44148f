using GanDsl.Torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>The generated games behind the common face of a race.</summary>
public static class Generated
{
    public static IContender Mlp2d(long seed)
    {
        var gan = new Declarations.Mlp2d.Torch(seed);
        return new GeneratedContender(
            gan,
            gan.Generator,
            gan.Discriminator,
            reals => gan.Step(new Batch<S2>(reals)),
            (reals, latents, _) => gan.Step(new Batch<S2>(reals), new Batch<S2>(latents)));
    }

    public static IContender Mlp28x28(long seed)
    {
        var gan = new Declarations.Mlp28x28.Torch(seed);
        return new GeneratedContender(
            gan,
            gan.Generator,
            gan.Discriminator,
            reals => gan.Step(new Batch<S1x28x28>(reals)),
            (reals, latents, _) => gan.Step(new Batch<S1x28x28>(reals), new Batch<S100>(latents)));
    }

    public static IContender Dcgan28x28(long seed)
    {
        var gan = new Declarations.Dcgan28x28.Torch(seed);
        return new GeneratedContender(
            gan,
            gan.Generator,
            gan.Discriminator,
            reals => gan.Step(new Batch<S1x28x28>(reals)),
            (reals, latents, _) => gan.Step(new Batch<S1x28x28>(reals), new Batch<S100>(latents)));
    }

    public static IContender Sngan32(long seed)
    {
        var gan = new Declarations.Sngan32.Torch(seed);
        return new GeneratedContender(
            gan,
            gan.Generator,
            gan.Discriminator,
            reals => gan.Step(new Batch<S3x32x32>(reals)),
            (reals, latents, _) => gan.Step(new Batch<S3x32x32>(reals), new Batch<S128>(latents)));
    }

    public static IContender Dcgan28x28Simultaneous(long seed)
    {
        var gan = new Declarations.Dcgan28x28Simultaneous.Torch(seed);
        return new GeneratedContender(
            gan,
            gan.Generator,
            gan.Discriminator,
            reals => gan.Step(new Batch<S1x28x28>(reals)),
            (reals, latents, _) => gan.Step(new Batch<S1x28x28>(reals), new Batch<S100>(latents)));
    }

    public static IContender WganGp28x28(long seed)
    {
        var gan = new Declarations.WganGp28x28.Torch(seed);
        return new GeneratedContender(
            gan,
            gan.Generator,
            gan.Discriminator,
            reals => gan.Step(new Batch<S1x28x28>(reals)),
            (reals, latents, shares) => gan.Step(new Batch<S1x28x28>(reals), new Batch<S100>(latents), new Batch<S1>(shares)));
    }
}
