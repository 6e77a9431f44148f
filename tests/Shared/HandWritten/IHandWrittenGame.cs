using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>A game in plain TorchSharp whose steps can be looked at in the middle: where a player's gradients are complete and it has not moved yet.</summary>
public interface IHandWrittenGame : IDisposable
{
    /// <summary>The players.</summary>
    IReadOnlyList<PlainPlayer> Players { get; }

    /// <summary>Averages of networks, by name: <c>AverageG.0.weight</c>; empty where there is none.</summary>
    IReadOnlyList<(string Name, Tensor Value)> Averages => [];

    /// <summary>What is done with a player in place of its update, or null: then its optimiser updates it.</summary>
    Action<PlainPlayer>? InPlaceOfUpdates { get; set; }

    /// <summary>One call of the step.</summary>
    void Step(StepDraws draws);
}
