using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What <see cref="AdaAttribute"/> needs beside a step's other pieces. Pictures are consumed, the numbers of their changes are not; autograd goes through to the pictures.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    private Adaptation? adaptation;

    /// <summary>Says that pictures change with a probability that follows D; D's optimiser remembers it. The game disposes it.</summary>
    /// <param name="initial">The probability at the start.</param>
    /// <param name="script">The functions <c>changes</c> of draws and of what is remembered, and <c>follow</c> of that, of how many reals D calls real, and of how many it judges.</param>
    protected void UseAdaptation(double initial, string script)
    {
        adaptation = new Adaptation((float)initial, script, Device);
        DiscriminatorOptimizer.Remember(RememberedNumbers.Adaptation, adaptation.State);
    }

    private protected override double AugmentationProbability => adaptation?.Probability ?? double.NaN;

    /// <summary>What happens to each picture: a row of numbers. Nothing is consumed.</summary>
    /// <param name="draws">(N, 29), see <see cref="AugmentationDraws"/>.</param>
    protected Tensor Changes(Tensor draws) => adaptation!.Changes(draws);

    /// <summary>Lets a batch into what the probability follows. Nothing is consumed.</summary>
    /// <param name="onReals">D's logits on reals, free of autograd.</param>
    /// <param name="onFakes">D's logits on fakes, free of autograd: what reals are measured against, if they are.</param>
    protected void Adapt(Tensor onReals, Tensor onFakes)
    {
        ArgumentNullException.ThrowIfNull(onReals);
        ArgumentNullException.ThrowIfNull(onFakes);
        using var scope = NewDisposeScope();
        var isRight = (RelativisticMode == RelativisticMode.None ? onReals : RelativisticLogits(onReals, onFakes)).gt(Number(Threshold!.Value));
        adaptation!.Follow(isRight.sum(), ones_like(isRight).sum());
    }

    /// <summary>
    /// Reads pictures elsewhere: pixel q shows what is at M·q + o, in pixels from the centre, x before y, between four pixels by their distances, mirrored at the outermost pixels. On CUDA
    /// libtorch adds up gradients of pixels in whatever order they come.
    /// </summary>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="changes">(N, …): from a column on M's first row, o's x, M's second row, o's y.</param>
    /// <param name="column">The column.</param>
    protected Tensor Warp(Tensor pictures, Tensor changes, int column)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(changes);
        using var scope = NewDisposeScope();
        var (height, width) = (pictures.size(2), pictures.size(3));
        var down = FromCentre(height).view(1, -1, 1);
        var right = FromCentre(width).view(1, 1, -1);
        var grid = stack([Along(column, width), Along(column + 3, height)], 3);
        var warped = nn.functional.grid_sample(pictures, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Reflection, align_corners: true);
        pictures.Dispose();
        return warped.MoveToOuterDisposeScope();

        // For libtorch the outermost pixels' centres are −1 and 1.
        Tensor Along(int first, long size) => right.mul(At(first)).add(down.mul(At(first + 1))).add(At(first + 2)).mul(Number(2.0 / Math.Max(1, size - 1)));

        Tensor At(int number) => changes.narrow(1, number, 1).view(-1, 1, 1);

        Tensor FromCentre(long size) => arange(size, dtype: ScalarType.Float32, device: Device).sub(Number((size - 1) / 2.0));
    }

    /// <summary>Multiplies the channels of every pixel by a matrix, or the one channel by a number, and adds one.</summary>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="changes">(N, …): from a column on the matrix, row by row, and what is added.</param>
    /// <param name="column">The column.</param>
    protected Tensor Recolor(Tensor pictures, Tensor changes, int column)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(changes);
        using var scope = NewDisposeScope();
        var channels = pictures.size(1);
        var matrix = changes.narrow(1, column, channels * channels).reshape(-1, channels, channels);
        var offset = changes.narrow(1, column + (channels * channels), 1).unsqueeze(2);
        var colored = matrix.bmm(pictures.flatten(2)).add(offset).view(pictures.shape);
        pictures.Dispose();
        return colored.MoveToOuterDisposeScope();
    }
}
