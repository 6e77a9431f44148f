using GanDsl.Ilgpu.Kernels;
using ILGPU;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Kernels;

/// <summary>One contraction to be raced: what it reads, what libtorch calls it, and our kernel.</summary>
/// <param name="Name">Stable: it is the key of the JSON.</param>
/// <param name="Gigaflop">Two for each product that is summed, those with padding too, in 10⁹.</param>
/// <param name="Batch">How many samples there are.</param>
/// <param name="Small">The shape of the small side.</param>
/// <param name="Large">The shape of the large side.</param>
/// <param name="Weight">The shape of the weight.</param>
/// <param name="Written">Which of the three is written: 0 small, 1 large, 2 weight.</param>
/// <param name="Torch">Takes small, large and weight; gives the one that is written.</param>
/// <param name="Kernel">Our kernel.</param>
/// <param name="Items">How many work items it takes.</param>
/// <param name="Transpose">What comes before it, if anything.</param>
internal sealed record KernelWork(
    string Name,
    double Gigaflop,
    int Batch,
    long[] Small,
    long[] Large,
    long[] Weight,
    int Written,
    Func<Tensor, Tensor, Tensor, Tensor> Torch,
    Action<Index1D, ContractionArguments> Kernel,
    int Items,
    TransposeWork? Transpose = null);

/// <summary>
/// A weight that is turned first, rows to columns, for a product in the turned form: its small side is what the work calls large, and the other way round.
/// </summary>
/// <param name="Kernel">Turns the weight.</param>
/// <param name="Tiles">How many tiles there are to turn.</param>
internal sealed record TransposeWork(Action<Index1D, PictureArguments> Kernel, int Tiles);
