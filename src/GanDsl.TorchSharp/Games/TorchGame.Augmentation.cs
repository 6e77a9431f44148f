using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Changes of the pictures that D sees, each by its own numbers in [0, 1). They dispose pictures, but not draws; gradients flow to the
/// pictures.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>Refuses draws that are not as many as the reals.</summary>
    /// <exception cref="ArgumentException">The batches are of different sizes.</exception>
    protected static void CheckAugmentation(int count, Tensor draws, string parameter) => CheckRows(count, draws, parameter, "draws");

    /// <summary>Adds u − ½ to a whole picture.</summary>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="draws">(N, 29), see <see cref="AugmentationDraws"/>.</param>
    /// <param name="column">Which of a picture's draws u is.</param>
    protected Tensor Brighten(Tensor pictures, Tensor draws, int column)
    {
        using var shift = OfPicture(draws, column);
        shift.add_(Number(-0.5));
        using (pictures) return pictures.add(shift);
    }

    /// <summary>Multiplies each channel's difference from the mean of its pixel's channels by 2u.</summary>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="draws">(N, 29).</param>
    /// <param name="column">Which of a picture's draws u is.</param>
    protected Tensor Saturate(Tensor pictures, Tensor draws, int column)
    {
        using var scale = OfPicture(draws, column);
        scale.mul_(Number(2));
        return AboutMean(pictures, [1], scale);
    }

    /// <summary>Multiplies each number's difference from the mean of its picture by u + ½.</summary>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="draws">(N, 29).</param>
    /// <param name="column">Which of a picture's draws u is.</param>
    protected Tensor Contrast(Tensor pictures, Tensor draws, int column)
    {
        using var scale = OfPicture(draws, column);
        scale.add_(Number(0.5));
        return AboutMean(pictures, [1, 2, 3], scale);
    }

    /// <summary>Shifts pictures down by ⌊u · (2 · rows + 1)⌋ − rows pixels, and to the right likewise by the next draw; zeros fill the gap.</summary>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="draws">(N, 29).</param>
    /// <param name="column">Which of a picture's draws u is.</param>
    /// <param name="rows">The largest shift down or up.</param>
    /// <param name="columns">The largest shift to the right or left.</param>
    protected Tensor Shift(Tensor pictures, Tensor draws, int column, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        var (height, width) = (pictures.size(2), pictures.size(3));
        var padded = nn.functional.pad(pictures, [columns, columns, rows, rows]);

        // Row i shows row i − down, which is that many rows further down in the padded picture.
        var fromRow = Lines(height).view(1, -1, 1) + (2 * rows) - Places(draws, column, (2 * rows) + 1).view(-1, 1, 1);
        var fromColumn = Lines(width).view(1, 1, -1) + (2 * columns) - Places(draws, column + 1, (2 * columns) + 1).view(-1, 1, 1);
        var from = (fromRow * (width + (2 * columns))) + fromColumn;
        var moved = padded.flatten(2).gather(2, from.view(-1, 1, height * width).expand(-1, pictures.size(1), -1)).view(pictures.shape);
        pictures.Dispose();
        return moved.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Writes zeros into a window that begins ⌊rows/2⌋ above row ⌊u · (height + 1 − rows mod 2)⌋, and in columns likewise by the next draw; some of it may lie
    /// outside.
    /// </summary>
    /// <param name="pictures">(N, channels, height, width).</param>
    /// <param name="draws">(N, 29).</param>
    /// <param name="column">Which of a picture's draws u is.</param>
    /// <param name="rows">The window's height.</param>
    /// <param name="columns">The window's width.</param>
    protected Tensor Cutout(Tensor pictures, Tensor draws, int column, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        var inRows = IsCovered(pictures.size(2), draws, column, rows).view(-1, 1, pictures.size(2), 1);
        var inColumns = IsCovered(pictures.size(3), draws, column + 1, columns).view(-1, 1, 1, pictures.size(3));
        var kept = pictures.masked_fill(inRows.logical_and(inColumns), Number(0));
        pictures.Dispose();
        return kept.MoveToOuterDisposeScope();
    }

    // A picture's draw, a copy that broadcasts over the picture.
    private static Tensor OfPicture(Tensor draws, int column)
    {
        ArgumentNullException.ThrowIfNull(draws);
        using var one = draws.narrow(1, column, 1);
        using var apart = one.clone();
        return apart.view(-1, 1, 1, 1);
    }

    private static Tensor AboutMean(Tensor pictures, long[] dimensions, Tensor scale)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using (pictures)
        using (var mean = pictures.mean(dimensions, keepdim: true))
        {
            return pictures.sub(mean).mul_(scale).add_(mean);
        }
    }

    private Tensor Lines(long count) => arange(count, device: Device);

    // Whole numbers from 0 to count − 1, all equally probable: (N). A draw is less than 1, but a product can be rounded up.
    private static Tensor Places(Tensor draws, int column, long count) => draws.select(1, column).mul(count).to(ScalarType.Int64).clamp(max: count - 1);

    // Which lines of a picture are in its window: (N, size).
    private Tensor IsCovered(long size, Tensor draws, int column, int window)
    {
        var place = Lines(size).view(1, -1) - (Places(draws, column, size + 1 - (window % 2)).view(-1, 1) - (window / 2));
        return place.ge(0).logical_and(place.lt(window));
    }
}
