using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>How a declared game changes samples before D sees them, and the probability of it.</summary>
internal sealed class DeclaredAugmentation
{
    private readonly Func<Tensor, Tensor, Tensor>? changes;
    private readonly PlainAda? ada;
    private readonly ObjectiveAttribute objective;

    public DeclaredAugmentation(AugmentationAttribute? augmentation, ObjectiveAttribute objective)
    {
        this.objective = objective;
        if (augmentation is AdaAttribute written)
        {
            // Objectives have D call real what is above the middle of what it is to say.
            var threshold = objective is LeastSquaresAttribute squares ? (squares.A + squares.B) / 2 : 0;
            ada = new PlainAda(written.Blit, written.Geometry, written.Color, written.Target, written.Every, written.Images, threshold) { P = written.Initial };
        }

        changes = augmentation switch
        {
            null => null,
            DiffAugmentAttribute diff => new PlainDiffAugment(diff.Color, diff.Translation, diff.Cutout).Apply,
            AdaAttribute => ada!.Apply,
            _ => throw new NotSupportedException($"{augmentation.GetType().Name} has no reference."),
        };
    }

    /// <summary>The probability of each change, where it follows D.</summary>
    public double? Probability => ada?.P;

    /// <summary>Samples as D sees them.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="batch">What is drawn.</param>
    /// <param name="which">0 for reals, 1 for D's fakes, 2 for G's.</param>
    public Tensor Seen(Tensor samples, DeclaredBatch batch, int which) => changes is null ? samples : changes(samples, batch.Augmentation![which]);

    /// <summary>Lets D's logits of one of its moves into the probability.</summary>
    public void Follow(Tensor onReals, Tensor onFakes)
    {
        if (ada is null) return;
        using var untracked = no_grad();
        ada.Follow(objective switch
        {
            RelativisticAttribute => onReals - onFakes,
            RelativisticAverageAttribute => onReals - onFakes.mean(),
            _ => onReals,
        });
    }
}
