using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>What a step of Adam works on: ranges of equal layout. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="parameters">Where the parameters begin.</param>
/// <param name="gradients">Where their gradients begin.</param>
/// <param name="first">Where the first moments begin, 0 before the first step.</param>
/// <param name="second">Where the second moments begin, 0 before the first step.</param>
/// <param name="count">How many parameters there are.</param>
/// <param name="items">How many work items are launched, <see cref="ComputeDevice.Items"/> of the count.</param>
/// <param name="step">The number of this step, 1 for the first.</param>
/// <param name="learningRate">lr.</param>
/// <param name="beta1">The decay of the first moments.</param>
/// <param name="beta2">The decay of the second moments.</param>
/// <param name="eps">What is added to the root.</param>
/// <param name="weightDecay">What of the parameters is added to their gradients.</param>
/// <param name="largest">Where the largest second moments begin, 0 before the first step; only for <see cref="AmsgradAdam"/>.</param>
public readonly struct AdamArguments(
    ArrayView<float> memory,
    long parameters,
    long gradients,
    long first,
    long second,
    int count,
    int items,
    long step,
    double learningRate,
    double beta1,
    double beta2,
    double eps,
    double weightDecay = 0,
    long largest = 0)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long parameters = parameters, gradients = gradients, first = first, second = second, largest = largest;

    /// <summary>The parameters.</summary>
    public ArrayView<float> Parameters => memory.SubView(parameters);

    /// <summary>Their gradients.</summary>
    public ArrayView<float> Gradients => memory.SubView(gradients);

    /// <summary>The first moments.</summary>
    public ArrayView<float> First => memory.SubView(first);

    /// <summary>The second moments.</summary>
    public ArrayView<float> Second => memory.SubView(second);

    /// <summary>The largest second moments.</summary>
    public ArrayView<float> Largest => memory.SubView(largest);

    /// <summary>How many parameters there are.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;

    /// <summary>lr / (1 − β₁ᵗ), rounded once.</summary>
    public float StepSize { get; } = (float)(learningRate / (1 - Math.Pow(beta1, step)));

    /// <summary>1 / √(1 − β₂ᵗ), rounded once.</summary>
    public float RootCorrection { get; } = (float)(1 / Math.Sqrt(1 - Math.Pow(beta2, step)));

    /// <summary>1 − β₁.</summary>
    public float NewFirst { get; } = (float)(1 - beta1);

    /// <summary>β₂.</summary>
    public float OldSecond { get; } = (float)beta2;

    /// <summary>1 − β₂.</summary>
    public float NewSecond { get; } = (float)(1 - beta2);

    /// <summary>What is added to the root.</summary>
    public float Eps { get; } = (float)eps;

    /// <summary>What of the parameters is added to their gradients.</summary>
    public float WeightDecay { get; } = (float)weightDecay;
}
