using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>
/// color,translation,cutout of Zhao et al. 2020, a picture at a time: what generated code does to batches must agree with it. Draws are given: brightness,
/// saturation, contrast, down, right, above, left.
/// </summary>
/// <param name="Color">Whether brightness, saturation and contrast change.</param>
/// <param name="Translation">The largest move, as a fraction of the picture.</param>
/// <param name="Cutout">The window, as a fraction of the picture.</param>
public sealed record PlainDiffAugment(bool Color = true, double Translation = 0.125, double Cutout = 0.5)
{
    public Tensor Apply(Tensor pictures, Tensor draws) => stack(
        [.. Enumerable.Range(0, (int)pictures.shape[0]).Select(i => Picture(pictures[i], Array.ConvertAll(draws[i].data<float>().ToArray(), u => (double)u)))]);

    private Tensor Picture(Tensor picture, double[] u)
    {
        if (Color)
        {
            picture += u[0] - 0.5;
            var grey = picture.mean([0], keepdim: true);
            picture = ((picture - grey) * (2 * u[1])) + grey;
            var mean = picture.mean();
            picture = ((picture - mean) * (u[2] + 0.5)) + mean;
        }

        var (height, width) = ((int)picture.shape[1], (int)picture.shape[2]);
        if (Translation > 0)
        {
            var (rows, columns) = (Share(height, Translation), Share(width, Translation));
            var (down, right) = (Place(u[3], (2 * rows) + 1) - rows, Place(u[4], (2 * columns) + 1) - columns);
            picture = functional.pad(picture, [columns, columns, rows, rows]).narrow(1, rows - down, height).narrow(2, columns - right, width);
        }

        if (Cutout > 0)
        {
            var (rows, columns) = (Share(height, Cutout), Share(width, Cutout));
            var (top, left) = (Place(u[5], height + 1 - (rows % 2)) - (rows / 2), Place(u[6], width + 1 - (columns % 2)) - (columns / 2));
            var mask = new float[height * width];
            for (var i = 0; i < mask.Length; i++)
            {
                var (row, column) = (i / width, i % width);
                mask[i] = row >= top && row < top + rows && column >= left && column < left + columns ? 0 : 1;
            }

            picture *= tensor(mask).reshape(1, height, width);
        }

        return picture;
    }

    private static int Share(int size, double share) => (int)((size * share) + 0.5);

    // In float32: at an edge between two places, only what is counted the same falls on the same side.
    private static int Place(double draw, int places) => (int)MathF.Floor((float)draw * places);
}
