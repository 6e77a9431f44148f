using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The operands of an expression in a kernel, besides the kernel's own: up to eight ranges of a game's memory, A to H, each from its offset on.
/// </summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="a">Where A begins, in numbers; likewise b to h.</param>
/// <param name="b">Where B begins.</param>
/// <param name="c">Where C begins.</param>
/// <param name="d">Where D begins.</param>
/// <param name="e">Where E begins.</param>
/// <param name="f">Where F begins.</param>
/// <param name="g">Where G begins.</param>
/// <param name="h">Where H begins.</param>
public readonly struct Operands(ArrayView<float> memory, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0, long f = 0, long g = 0, long h = 0)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long a = a, b = b, c = c, d = d, e = e, f = f, g = g, h = h;

    /// <summary>All of the game's memory.</summary>
    public ArrayView<float> Memory => memory;

    /// <summary>An element of A.</summary>
    public float A(int index) => memory[a + index];

    /// <summary>An element of B.</summary>
    public float B(int index) => memory[b + index];

    /// <summary>An element of C.</summary>
    public float C(int index) => memory[c + index];

    /// <summary>An element of D.</summary>
    public float D(int index) => memory[d + index];

    /// <summary>An element of E.</summary>
    public float E(int index) => memory[e + index];

    /// <summary>An element of F.</summary>
    public float F(int index) => memory[f + index];

    /// <summary>An element of G.</summary>
    public float G(int index) => memory[g + index];

    /// <summary>An element of H.</summary>
    public float H(int index) => memory[h + index];
}
