using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a launch that draws. The numbers are a function of seed, call, stream and element. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="output">Where the numbers go.</param>
/// <param name="count">How many there are.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of <see cref="RandomKernels.Quads"/> of the count.</param>
/// <param name="seed">The game's seed, <c>IlgpuRandom.Seed</c>.</param>
/// <param name="call">The number of this call, <c>IlgpuRandom.NextCall</c>.</param>
/// <param name="stream">Which stream of the call, where one call draws several values.</param>
/// <param name="shift">The offset: a normal's mean, a uniform's lower end.</param>
/// <param name="scale">The factor: a normal's standard deviation, a uniform's width.</param>
/// <param name="probability">The probability of 1, for <see cref="RandomKernels.Bernoulli"/>.</param>
public readonly struct RandomArguments(
    ArrayView<float> memory, long output, int count, int items, long seed, long call, int stream = 0, float shift = 0, float scale = 1,
    float probability = 0.5f)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long output = output, seed = seed, call = call;
    private readonly int stream = stream;

    /// <summary>Where the numbers go.</summary>
    public ArrayView<float> Output => memory.SubView(output);

    /// <summary>How many there are.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;

    /// <summary>The offset.</summary>
    public float Shift { get; } = shift;

    /// <summary>The factor.</summary>
    public float Scale { get; } = scale;

    /// <summary>The probability of 1.</summary>
    public float Probability { get; } = probability;

    /// <summary>The words of elements 4·quad to 4·quad + 3.</summary>
    internal PhiloxWords Draw(int quad) => Philox.Draw(seed, (uint)quad, (uint)stream, (uint)call, (uint)(call >> 32));

    /// <summary>Stores the numbers of a quad, as many as there are.</summary>
    internal void Store(int quad, float first, float second, float third, float fourth)
    {
        var numbers = Output;
        var at = quad * 4;
        numbers[at] = first;
        if (at + 1 < Count) numbers[at + 1] = second;
        if (at + 2 < Count) numbers[at + 2] = third;
        if (at + 3 < Count) numbers[at + 3] = fourth;
    }
}
