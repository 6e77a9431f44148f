using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Functions for <see cref="AdaAttribute"/>. They dispose pictures, but not the numbers of their changes; gradients flow to the pictures.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    private Adaptation? adaptation;

    /// <summary>Adds an adaptive probability of changes, part of D's optimiser's state. The game disposes it.</summary>
    /// <param name="initial">The probability at the start.</param>
    /// <param name="script">
    /// The functions <c>changes</c> of draws and the state, and <c>follow</c> of the state, of how many reals D calls real, and of how many logits there are.
    /// </param>
    protected void UseAdaptation(double initial, string script)
    {
        adaptation = new Adaptation((float)initial, script, Device);
        DiscriminatorOptimizer.Remember(RememberedNumbers.Adaptation, adaptation.State);
    }

    private protected override double AugmentationProbability => adaptation?.Probability ?? double.NaN;

    /// <summary>The change of each picture: a row of numbers. Nothing is disposed.</summary>
    /// <param name="draws">(N, 29), see <see cref="AugmentationDraws"/>.</param>
    protected Tensor Changes(Tensor draws) => adaptation!.Changes(draws);

    /// <summary>Adapts the probability to a batch. Nothing is disposed.</summary>
    /// <param name="onReals">D's logits on reals, detached.</param>
    /// <param name="onFakes">D's logits on fakes, detached; reals are compared with them in relativistic games.</param>
    protected void Adapt(Tensor onReals, Tensor onFakes)
    {
        ArgumentNullException.ThrowIfNull(onReals);
        ArgumentNullException.ThrowIfNull(onFakes);
        using var scope = NewDisposeScope();
        var isRight = (RelativisticMode == RelativisticMode.None ? onReals : RelativisticLogits(onReals, onFakes)).gt(Number(Threshold!.Value));
        adaptation!.Follow(isRight.sum(), ones_like(isRight).sum());
    }

    /// <summary>
    /// Affine resampling: pixel q shows the input at M·q + o, in pixels from the centre, x before y, bilinearly interpolated, mirrored at the outermost pixels.
    /// On CUDA libtorch adds gradients of pixels in no fixed order.
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
