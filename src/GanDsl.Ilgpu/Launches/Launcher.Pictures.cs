using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu;

/// <content>Operations from pictures to pictures. <c>count</c> is the result's elements.</content>
public sealed partial class Launcher
{
    /// <summary>Pictures with a border.</summary>
    public long Pad<TPad>(long count, long input, long to)
        where TPad : struct, IPad => Picture(PadKernels.Pad<TPad>, count, input, to);

    /// <summary>The adjoint of <see cref="Pad"/>.</summary>
    public long PadAdjoint<TPad>(long count, long input, long to)
        where TPad : struct, IPad => Picture(PadKernels.PadAdjoint<TPad>, count, input, to);

    /// <summary>Pictures whose pixels are repeated.</summary>
    public long Upsample<TUpsample>(long count, long input, long to)
        where TUpsample : struct, IUpsample => Picture(ResampleKernels.UpsampleNearest<TUpsample>, count, input, to);

    /// <summary>The adjoint of <see cref="Upsample"/>: the sum of each block of pixels.</summary>
    public long BlockSum<TUpsample>(long count, long input, long to)
        where TUpsample : struct, IUpsample => Picture(ResampleKernels.BlockSum<TUpsample>, count, input, to);

    /// <summary>Pictures filtered or resized along both directions.</summary>
    public long Resample<TRows, TColumns>(long count, long input, long to)
        where TRows : struct, IBand
        where TColumns : struct, IBand => Picture(ResampleKernels.Resample<TRows, TColumns>, count, input, to);

    /// <summary>The mean of each window.</summary>
    public long AvgPool<TPool>(long count, long input, long to)
        where TPool : struct, IPool => Picture(PoolKernels.Average<TPool>, count, input, to);

    /// <summary>The adjoint of <see cref="AvgPool"/>.</summary>
    public long AvgPoolAdjoint<TPool>(long count, long input, long to)
        where TPool : struct, IPool => Picture(PoolKernels.AverageGradient<TPool>, count, input, to);

    /// <summary>For each window, the input's number where the pictures have their largest one.</summary>
    public long TakeLargest<TPool>(long count, long input, long pictures, long to)
        where TPool : struct, IPool => Picture(PoolKernels.Max<TPool>, count, input, to, pictures);

    /// <summary>The adjoint of <see cref="TakeLargest"/> by its input.</summary>
    public long GiveLargest<TPool>(long count, long input, long pictures, long to)
        where TPool : struct, IPool => Picture(PoolKernels.MaxGradient<TPool>, count, input, to, pictures);

    /// <summary>The numbers of each sample in another order of its dimensions.</summary>
    public long Permute<TPermutation>(long count, long input, long to)
        where TPermutation : struct, IPermutation => Picture(PermuteKernels.Permute<TPermutation>, count, input, to);

    /// <summary>Pictures shifted by whole pixels, as each sample's draws say.</summary>
    public long Shift<TAugment>(long count, long input, long draws, long to)
        where TAugment : struct, IAugment => Augment(AugmentKernels.Shift<TAugment>, count, input, draws, to);

    /// <summary>The adjoint of <see cref="Shift"/>.</summary>
    public long ShiftAdjoint<TAugment>(long count, long input, long draws, long to)
        where TAugment : struct, IAugment => Augment(AugmentKernels.ShiftAdjoint<TAugment>, count, input, draws, to);

    /// <summary>Pictures with zeros in a window, where each sample's draws say.</summary>
    public long Cutout<TAugment>(long count, long input, long draws, long to)
        where TAugment : struct, IAugment => Augment(AugmentKernels.Cutout<TAugment>, count, input, draws, to);

    /// <summary>Pictures resampled by each sample's affine map.</summary>
    public long Warp<TWarp>(long count, long input, long maps, long to)
        where TWarp : struct, IWarp => Augment(WarpKernels.Warp<TWarp>, count, input, maps, to);

    /// <summary>The adjoint of <see cref="Warp"/>.</summary>
    public long WarpAdjoint<TWarp>(long count, long input, long maps, long to)
        where TWarp : struct, IWarp => Augment(WarpKernels.Adjoint<TWarp>, count, input, maps, to);

    private long Picture(Action<Index1D, PictureArguments> kernel, long count, long input, long to, long pictures = 0)
    {
        var items = Device.Items(count);
        Launch(kernel, items, new PictureArguments(memory.View, input, output: to, count: Count(count), items: items, pictures: pictures));
        return to;
    }

    private long Augment(Action<Index1D, AugmentArguments> kernel, long count, long input, long draws, long to)
    {
        var items = Device.Items(count);
        Launch(kernel, items, new AugmentArguments(memory.View, input, draws, output: to, count: Count(count), items: items));
        return to;
    }
}
