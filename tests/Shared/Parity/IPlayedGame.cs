using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>A generated game on either backend, as the comparison with a hand-written one needs it.</summary>
public interface IPlayedGame : IDisposable
{
    /// <summary>The generated step, on given draws.</summary>
    void Step(StepDraws draws);

    /// <summary>Parameters, running statistics and averages under the names of <see cref="PlainPlayer"/>; may be the game's own tensors.</summary>
    IReadOnlyDictionary<string, Tensor> State();

    /// <summary>The gradients of every player's last move, by parameter; may be the game's own tensors.</summary>
    IReadOnlyDictionary<string, Tensor> Gradients();
}
