using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// A filter over the rows and columns of pictures with zeros between their pixels: output o is Σ taps[k] · x̂[o·down + k − before], where x̂[u·up] is input u,
/// and everything else is 0. Created once for all networks of a class.
/// </summary>
/// <param name="taps">The filter.</param>
/// <param name="up">The distance between inputs.</param>
/// <param name="down">The distance between outputs.</param>
/// <param name="before">How far the filter begins before the first input.</param>
/// <param name="from">The height and width of the input.</param>
/// <param name="to">The height and width of the output.</param>
public sealed class FirFilter(double[] taps, int up, int down, int before, (int Height, int Width) from, (int Height, int Width) to)
{
    /// <summary>
    /// The filter as two matrices, so that a picture x becomes rows · x · columns: products of matrices have derivatives of every order, and avoid the faults
    /// of convolutions.
    /// </summary>
    internal (Tensor Rows, Tensor Columns) Matrices(Device device)
    {
        using var columns = Matrix(from.Width, to.Width, device);
        using var transposed = columns.t();
        return (Matrix(from.Height, to.Height, device), transposed.contiguous());
    }

    private Tensor Matrix(int inputs, int outputs, Device device)
    {
        var numbers = new float[outputs * inputs];
        for (var o = 0; o < outputs; o++)
        {
            for (var u = 0; u < inputs; u++)
            {
                var k = (u * up) - (o * down) + before;
                if (k >= 0 && k < taps.Length) numbers[(o * inputs) + u] = (float)taps[k];
            }
        }

        return tensor(numbers, [outputs, inputs], device: device);
    }
}
