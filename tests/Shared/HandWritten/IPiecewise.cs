using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>A hand-written game that says itself how far numbers are from kinks; else its ReLUs are asked.</summary>
public interface IPiecewise
{
    /// <summary>
    /// Is called, in the order of the passes, with numbers that are 0 where something is not differentiable and change their sign there; null where nobody
    /// asks.
    /// </summary>
    Action<Tensor>? OnInput { get; set; }
}
