using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// Random numbers, the same on every device except for the last bits, where a device fuses a·b + c. A work item draws four at a time, quad by quad:
/// item k the quads k, k + items, …
/// </summary>
public static class RandomKernels
{
    /// <summary>How many quads a number of elements is.</summary>
    public static int Quads(int count) => ((count - 1) / 4) + 1;

    /// <summary>Numbers of N(shift, scale²). PyTorch equivalent: <c>torch.randn</c>.</summary>
    public static void Normal(Index1D item, RandomArguments arguments)
    {
        for (var quad = (int)item; quad < Quads(arguments.Count); quad += arguments.Items)
        {
            var words = arguments.Draw(quad);
            arguments.Store(
                quad,
                arguments.Shift + (arguments.Scale * Philox.NormalCosine(words.First, words.Second)),
                arguments.Shift + (arguments.Scale * Philox.NormalSine(words.First, words.Second)),
                arguments.Shift + (arguments.Scale * Philox.NormalCosine(words.Third, words.Fourth)),
                arguments.Shift + (arguments.Scale * Philox.NormalSine(words.Third, words.Fourth)));
        }
    }

    /// <summary>Numbers of U[shift, shift + scale). PyTorch equivalent: <c>torch.rand</c>.</summary>
    public static void Uniform(Index1D item, RandomArguments arguments)
    {
        for (var quad = (int)item; quad < Quads(arguments.Count); quad += arguments.Items)
        {
            var words = arguments.Draw(quad);
            arguments.Store(
                quad,
                arguments.Shift + (arguments.Scale * Philox.Uniform(words.First)),
                arguments.Shift + (arguments.Scale * Philox.Uniform(words.Second)),
                arguments.Shift + (arguments.Scale * Philox.Uniform(words.Third)),
                arguments.Shift + (arguments.Scale * Philox.Uniform(words.Fourth)));
        }
    }

    /// <summary>1 with a probability, else 0. PyTorch equivalent: <c>torch.bernoulli</c>.</summary>
    public static void Bernoulli(Index1D item, RandomArguments arguments)
    {
        for (var quad = (int)item; quad < Quads(arguments.Count); quad += arguments.Items)
        {
            // Ones as float: from optimised code that converts integers, ILGPU generates OpenCL that stores the bits of an int.
            var words = arguments.Draw(quad);
            arguments.Store(
                quad,
                Philox.Uniform(words.First) < arguments.Probability ? 1f : 0f,
                Philox.Uniform(words.Second) < arguments.Probability ? 1f : 0f,
                Philox.Uniform(words.Third) < arguments.Probability ? 1f : 0f,
                Philox.Uniform(words.Fourth) < arguments.Probability ? 1f : 0f);
        }
    }
}
