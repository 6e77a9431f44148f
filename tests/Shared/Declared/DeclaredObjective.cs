using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>The objective of a declared game in plain TorchSharp.</summary>
internal static class DeclaredObjective
{
    /// <summary>
    /// The name among <see cref="PlainObjectives"/> of what an own divergence is: its class, by name. f itself can be called, but not differentiated.
    /// </summary>
    public static IReadOnlyDictionary<string, string> OwnDivergences { get; } = new Dictionary<string, string> { ["Alpha"] = "Custom" };

    /// <param name="objective">The attribute.</param>
    /// <exception cref="NotSupportedException">It has a divergence of its own of which no formula is known here.</exception>
    public static PlainLosses Of(ObjectiveAttribute objective) => objective switch
    {
        NonSaturatingAttribute { Smoothing: var smoothing } => PlainObjectives.NonSaturating(smoothing),
        MinimaxAttribute => PlainObjectives.Minimax,
        LeastSquaresAttribute { A: var a, B: var b, C: var c } => PlainObjectives.Squares(a, b, c),
        HingeAttribute => PlainObjectives.Hinge,
        WassersteinAttribute => PlainObjectives.Critic,
        RelativisticAttribute => PlainObjectives.Paired,
        RelativisticAverageAttribute => PlainObjectives.Averaged,
        FDivergenceAttribute { Divergence: var divergence, Saturating: var saturating } => PlainObjectives.Divergence(divergence.ToString(), saturating),
        CustomDivergenceAttribute { Function.Name: var name, Saturating: var saturating } when OwnDivergences.TryGetValue(name, out var known) =>
            PlainObjectives.Divergence(known, saturating),
        _ => throw new NotSupportedException($"{objective.GetType().Name} has no reference."),
    };

    /// <summary>Whether G's loss measures fakes against D's logits on reals.</summary>
    public static bool IsRelative(ObjectiveAttribute objective) => objective is RelativisticAttribute or RelativisticAverageAttribute;

    /// <summary>Numbers that are 0 where D's loss has a kink and change their sign there; none where it is smooth.</summary>
    public static IReadOnlyList<Tensor> Kinks(ObjectiveAttribute objective, Tensor onReals, Tensor onFakes) =>
        objective is HingeAttribute ? [1 - onReals, 1 + onFakes] : [];
}
