using GanDsl.HandWritten;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A declared game and the same game by hand.</summary>
/// <param name="Declared">The generated game.</param>
/// <param name="Players">The players in plain TorchSharp.</param>
/// <param name="Game">The schedule, objective and optimisers in plain TorchSharp.</param>
internal sealed record GameCase(Func<TestGame> Declared, Func<PlainPair> Players, PlainGame Game)
{
    /// <summary>The larger of the players' learning rates.</summary>
    public double Lr => Math.Max((Game.GeneratorAdam ?? new PlainAdam()).Lr, (Game.DiscriminatorAdam ?? new PlainAdam()).Lr);
}
