using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of an optimiser's update: ranges of equal layout. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="parameters">Where the parameters begin.</param>
/// <param name="gradients">Where their gradients begin.</param>
/// <param name="slots">Where the parameters' state begins, slot after slot.</param>
/// <param name="length">From one slot to the next.</param>
/// <param name="count">How many parameters there are.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the count.</param>
/// <param name="by">The numbers that all parameters share.</param>
/// <param name="clip">Where the gradients' clipping factor is; read only where <see cref="IUpdate.Clips"/>.</param>
public readonly struct UpdateArguments(
    ArrayView<float> memory, long parameters, long gradients, long slots, long length, int count, int items, UpdateNumbers by, long clip = 0)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long parameters = parameters, gradients = gradients, slots = slots, length = length, clip = clip;

    /// <summary>The parameters.</summary>
    public ArrayView<float> Parameters => memory.SubView(parameters);

    /// <summary>Their gradients.</summary>
    public ArrayView<float> Gradients => memory.SubView(gradients);

    /// <summary>The gradients' clipping factor.</summary>
    public float Clip => memory[clip];

    /// <summary>How many parameters there are.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;

    /// <summary>The numbers that all parameters share.</summary>
    public UpdateNumbers By { get; } = by;

    /// <summary>A slot of every parameter's state.</summary>
    public ArrayView<float> Slot(int index) => memory.SubView(slots + (index * length));
}
