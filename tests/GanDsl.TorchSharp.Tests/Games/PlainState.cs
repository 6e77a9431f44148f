using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What a hand-written game learns and remembers, under the names of <see cref="TestGame"/>.</summary>
internal static class PlainState
{
    /// <summary>Parameters and running statistics of both players.</summary>
    public static IReadOnlyDictionary<string, Tensor> State(this PlainPair players) =>
        Named("G", players.Generator).Concat(Named("D", players.Discriminator)).ToDictionary(tensor => tensor.Name, tensor => tensor.Value);

    /// <summary>The second moment of every parameter's gradient, as the players' Adams remember it.</summary>
    public static IReadOnlyDictionary<string, Tensor> SecondMoments(this PlainGan gan) =>
        SecondMoments("G", gan.Players.Generator, gan.GeneratorAdam)
            .Concat(SecondMoments("D", gan.Players.Discriminator, gan.DiscriminatorAdam))
            .ToDictionary(tensor => tensor.Name, tensor => tensor.Value);

    /// <summary>Takes over the weights and running statistics of a generated game.</summary>
    public static void CopyFrom(this PlainPair players, TestGame game)
    {
        using var untracked = no_grad();
        var source = game.State();
        foreach (var (name, value) in players.State()) value.copy_(source[name]);
    }

    // Counters are left out: no step reads them.
    private static IEnumerable<(string Name, Tensor Value)> Named(string player, nn.Module<Tensor, Tensor> network) =>
        network.state_dict().Where(tensor => tensor.Value.is_floating_point()).Select(tensor => ($"{player}.{tensor.Key}", tensor.Value));

    private static IEnumerable<(string Name, Tensor Value)> SecondMoments(string player, nn.Module<Tensor, Tensor> network, optim.Optimizer adam) =>
        network.named_parameters().PairedWith(
            ((OptimizerHelper)adam).state_dict().State.Cast<Adam.State>(),
            (parameter, state) => ($"{player}.{parameter.name}", state.exp_avg_sq));
}
