using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Declared;

/// <summary>What players minimise together beside the objective, as their papers write it.</summary>
/// <param name="auxiliaryLosses">The terms in source order.</param>
/// <param name="heads">The names of D's heads in order.</param>
internal sealed class DeclaredAuxiliaryLosses(IReadOnlyList<AuxiliaryLossAttribute> auxiliaryLosses, IReadOnlyList<string> heads)
{
    private readonly IReadOnlyList<AuxiliaryLossAttribute> auxiliaryLosses = [.. auxiliaryLosses.Select(Known)];

    /// <summary>What D's loss has more.</summary>
    /// <param name="onReals">D's output and heads on reals.</param>
    /// <param name="onFakes">The same on fakes.</param>
    /// <param name="latents">What the fakes were made from.</param>
    /// <param name="labels">The labels of both, or null.</param>
    public IEnumerable<Tensor> OfDiscriminator(IReadOnlyList<Tensor> onReals, IReadOnlyList<Tensor> onFakes, Tensor latents, Tensor? labels)
    {
        foreach (var auxiliaryLoss in auxiliaryLosses)
        {
            if (auxiliaryLoss is AuxiliaryClassifierAttribute { Head: var head, Weight: var weight })
            {
                yield return weight * (cross_entropy(Head(onReals, head), labels!) + cross_entropy(Head(onFakes, head), labels!));
            }

            if (auxiliaryLoss is MutualInformationAttribute information) yield return Information(information, onFakes, latents);
        }
    }

    /// <summary>What G's loss has more.</summary>
    /// <param name="onFakes">D's output and heads on fakes.</param>
    /// <param name="latents">What the fakes were made from.</param>
    /// <param name="labels">Their labels, or null.</param>
    /// <param name="fakes">The fakes, as G made them.</param>
    /// <param name="reals">The reals of the same sources.</param>
    /// <param name="kinks">Is shown how far distances are from their kinks.</param>
    public IEnumerable<Tensor> OfGenerator(IReadOnlyList<Tensor> onFakes, Tensor latents, Tensor? labels, Tensor fakes, Tensor reals, Action<Tensor>? kinks)
    {
        foreach (var auxiliaryLoss in auxiliaryLosses)
        {
            if (auxiliaryLoss is AuxiliaryClassifierAttribute classifier)
                yield return classifier.Weight * cross_entropy(Head(onFakes, classifier.Head), labels!);
            if (auxiliaryLoss is MutualInformationAttribute information) yield return Information(information, onFakes, latents);
            if (auxiliaryLoss is ReconstructionAttribute reconstruction) yield return reconstruction.Weight * Distance(fakes, reals, kinks);
        }
    }

    // Those of a game over two pairs are its step's.
    private static AuxiliaryLossAttribute Known(AuxiliaryLossAttribute auxiliaryLoss) =>
        auxiliaryLoss is AuxiliaryClassifierAttribute or MutualInformationAttribute or ReconstructionAttribute or CycleConsistencyAttribute or IdentityAttribute
        ? auxiliaryLoss
        : throw new NotSupportedException($"{auxiliaryLoss.GetType().Name} has no reference.");

    private static Tensor Distance(Tensor fakes, Tensor reals, Action<Tensor>? kinks)
    {
        Kinks.AtZero(kinks, fakes - reals);
        return l1_loss(fakes, reals);
    }

    private Tensor Head(IReadOnlyList<Tensor> outputs, string name) => outputs[1 + heads.ToList().IndexOf(name)];

    // Codes are the last of the latents, in the order of their terms; a Gaussian head has means and logarithms of variances.
    private Tensor Information(MutualInformationAttribute information, IReadOnlyList<Tensor> onFakes, Tensor latents)
    {
        var behind = 0L;
        var later = auxiliaryLosses.OfType<MutualInformationAttribute>().SkipWhile(auxiliaryLoss => !ReferenceEquals(auxiliaryLoss, information)).Skip(1);
        foreach (var auxiliaryLoss in later) behind += Numbers(auxiliaryLoss, onFakes);
        var numbers = Numbers(information, onFakes);
        var code = latents.narrow(1, latents.size(1) - behind - numbers, numbers);
        var head = Head(onFakes, information.Head);
        if (information.Code == Code.Categorical) return information.Weight * cross_entropy(head, code.argmax(1));
        var (means, logarithms) = (head.narrow(1, 0, numbers), head.narrow(1, numbers, numbers).clamp(-10, 10));
        return information.Weight * (0.5 * (logarithms + ((code - means).square() * (-logarithms).exp()))).sum(1).mean();
    }

    private long Numbers(MutualInformationAttribute information, IReadOnlyList<Tensor> outputs) =>
        Head(outputs, information.Head).size(1) / (information.Code == Code.Gaussian ? 2 : 1);
}
