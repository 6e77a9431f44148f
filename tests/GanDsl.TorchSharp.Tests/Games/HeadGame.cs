using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// A non-saturating game with terms at D's heads as a tutorial writes it: whole losses, each player's parameters moved by torch.optim's Adam.
/// </summary>
/// <param name="players">The players of <see cref="HeadPlayers"/>.</param>
/// <param name="classifier">
/// λ of ACGAN's cross-entropy with the labels, or null: then the terms are InfoGAN's, 1 for the categorical code and 0.1 for the Gaussian one.
/// </param>
/// <param name="r1">γ of R1, or null.</param>
/// <param name="every">In every how many calls R1 is in D's loss.</param>
/// <param name="discriminatorSteps">k.</param>
/// <param name="freshNoise">Whether G's update has latents of its own.</param>
internal sealed class HeadGame(PlainPair players, double? classifier, double? r1 = null, int every = 1, int discriminatorSteps = 1, bool freshNoise = true)
    : IHandWrittenGame
{
    private static readonly PlainAdam Adam = new(Eps: 1e-4);

    private readonly PlainPlayer generator = new("G", players.Generator, Adam.Create);
    private readonly PlainPlayer discriminator = new("D", players.Discriminator, Adam.Create);
    private (PlainUpdate Generator, PlainUpdate Discriminator)? updates;
    private int steps;

    public IReadOnlyList<PlainPlayer> Players => [generator, discriminator];

    public Action<PlainPlayer>? InPlaceOfUpdates { get; set; }

    /// <summary>The terms of D's last loss and of G's, one after the other.</summary>
    public List<double> AuxiliaryLossesOfDiscriminator { get; } = [];

    public List<double> AuxiliaryLossesOfGenerator { get; } = [];

    public void Step(StepDraws draws)
    {
        using var scope = NewDisposeScope();
        var (reals, latents, generatorLatents, _, _) = draws;
        var (ofGenerator, ofDiscriminator) = updates ??= (new PlainUpdate(generator), new PlainUpdate(discriminator));
        using var fakes = players.Generator.forward(latents).detach();
        AuxiliaryLossesOfDiscriminator.Clear();
        ofDiscriminator.ZeroGrad();
        using var points = reals.detach().requires_grad_();
        var (realLogits, realScores, _, _) = HeadPlayers.Outputs(players.Discriminator.forward(points));
        var (fakeLogits, fakeScores, fakeMeans, fakeLogVariances) = HeadPlayers.Outputs(players.Discriminator.forward(fakes));
        var loss = softplus(-realLogits).mean() + softplus(fakeLogits).mean();
        foreach (var auxiliaryLoss in AuxiliaryLosses(fakeScores, fakeMeans, fakeLogVariances, latents, realScores))
        {
            AuxiliaryLossesOfDiscriminator.Add(auxiliaryLoss.to(ScalarType.Float64).item<double>());
            loss += auxiliaryLoss;
        }

        if (r1 is { } gamma && steps % every == 0)
        {
            var gradient = autograd.grad([realLogits.sum()], [points], retain_graph: true, create_graph: true)[0];
            loss += every * gamma / 2 * gradient.square().sum(1).mean();
        }

        loss.backward();
        ofDiscriminator.Update(InPlaceOfUpdates);
        if (++steps % discriminatorSteps != 0) return;

        AuxiliaryLossesOfGenerator.Clear();
        ofGenerator.ZeroGrad();
        var drawn = freshNoise ? generatorLatents : latents;
        var (logits, scores, means, logVariances) = HeadPlayers.Outputs(players.Discriminator.forward(players.Generator.forward(drawn)));
        var generatorLoss = softplus(-logits).mean();
        foreach (var auxiliaryLoss in AuxiliaryLosses(scores, means, logVariances, drawn, null))
        {
            AuxiliaryLossesOfGenerator.Add(auxiliaryLoss.to(ScalarType.Float64).item<double>());
            generatorLoss += auxiliaryLoss;
        }

        generatorLoss.backward();
        ofGenerator.Update(InPlaceOfUpdates);
    }

    public void Dispose()
    {
        updates?.Generator.Dispose();
        updates?.Discriminator.Dispose();
        players.Dispose();
    }

    // Latents 4, 5 and 6 are the categorical code, 7 and 8 the Gaussian one.
    private IEnumerable<Tensor> AuxiliaryLosses(Tensor scores, Tensor means, Tensor logVariances, Tensor latents, Tensor? realScores)
    {
        if (classifier is { } weight)
        {
            var labels = ConditionalPlayers.LabelsOf(scores);
            yield return (weight * cross_entropy(scores, labels)) + (realScores is null ? 0 : weight * cross_entropy(realScores, labels));
            yield break;
        }

        yield return cross_entropy(scores, latents.narrow(1, 4, 3).argmax(1));
        yield return 0.1 * (0.5 * (logVariances + ((latents.narrow(1, 7, 2) - means).square() / logVariances.exp()))).sum(1).mean();
    }
}
