using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>
/// The inputs of a game's piecewise layers, in the order of the calls. Where one is within rounding of the kink, float32 and float64 take different sides, and gradients differ by more than rounding.
/// </summary>
internal sealed class Kinks : IDisposable
{
    // An input must be so many times its own float32 error, and its layer's typical one, away from 0.
    private const double Margin = 2;

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
        if (inputs.Count != single.inputs.Count) throw new ParityException($"{inputs.Count} piecewise layers ran in float64, {single.inputs.Count} in float32.");
        for (var i = 0; i < inputs.Count; i++)
        {
            using var scope = NewDisposeScope();
            var size = inputs[i].abs();
            // What is infinitely far in both is no distance apart.
            var error = (inputs[i] - single.inputs[i]).abs().nan_to_num(0);
            var margin = Margin * (error + error.square().mean().sqrt());

            // An exact 0 in both, as a ReLU leaves it, is on no other side.
            if (size.le(margin).logical_and(inputs[i].ne(0).logical_or(single.inputs[i].ne(0))).any().item<bool>()) return true;
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
