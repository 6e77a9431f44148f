using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>
/// The inputs of a game's piecewise layers, in the order of the calls. Where one is within rounding of the kink, float32 and float64 take different sides, and
/// gradients differ by more than rounding.
/// </summary>
internal sealed class Kinks : IDisposable
{
    // An input must be so many times its own float32 error, and its layer's typical one, away from 0.
    private const double Margin = 2;

    // Of a layer's typical input.
    private const double Structural = 1e-10;

    private readonly List<Tensor> inputs = [];

    public Kinks(IHandWrittenGame game)
    {
        if (game is IPiecewise whole)
        {
            whole.OnInput = Add;
            return;
        }

        foreach (var module in game.Players.SelectMany(player => player.Networks).SelectMany(part => part.Network.modules()))
        {
            switch (module)
            {
                case ReLU or LeakyReLU or PReLU:
                    ((nn.Module<Tensor, Tensor>)module).register_forward_pre_hook((_, input) =>
                    {
                        Add(input);
                        return input;
                    });
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whether any input in float64 is so near to 0 that float32 may be on the other side.</summary>
    public bool IsNear(Kinks single)
    {
        if (inputs.Count != single.inputs.Count)
            throw new ParityException($"{inputs.Count} piecewise layers ran in float64, {single.inputs.Count} in float32.");
        for (var i = 0; i < inputs.Count; i++)
        {
            using var scope = NewDisposeScope();
            var size = inputs[i].abs();

            // What is infinitely far, in both or, as a tie that rounding parts, in one, says nothing about errors.
            var error = (inputs[i] - single.inputs[i]).abs().nan_to_num(0, posinf: 0);
            var margin = Margin * (error + error.square().mean().sqrt());

            // A 0 but for float64's own rounding is one by structure, as a ReLU leaves it, or equal pixels in a window: there is no side to take.
            var typical = where(inputs[i].isfinite(), inputs[i], zeros_like(inputs[i])).square().mean().sqrt();
            if (size.le(margin).logical_and(size.gt(Structural * typical)).any().item<bool>()) return true;
        }

        return false;
    }

    public void Clear()
    {
        foreach (var input in inputs) input.Dispose();
        inputs.Clear();
    }

    public void Dispose() => Clear();

    private void Add(Tensor input) => inputs.Add(input.detach().clone().DetachFromDisposeScope());
}
