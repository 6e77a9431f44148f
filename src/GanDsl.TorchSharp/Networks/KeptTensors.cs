using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// Tensors that outlive the call that makes them: parameters, state, and what a report reads. A caller's <c>torch.NewDisposeScope()</c> around that call would
/// take them with it; results it may have.
/// </summary>
internal static class KeptTensors
{
    /// <summary>Takes a tensor out of the caller's dispose scope, if there is one.</summary>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static Tensor? Keep(this Tensor? tensor) => tensor?.DetachFromDisposeScope();
}
