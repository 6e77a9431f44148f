using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A least-squares game of pairs as pix2pix's tutorials write it, in plain TorchSharp.</summary>
/// <param name="isPaired">Whether D sees the source behind the sample.</param>
internal sealed class PairGame(bool isPaired) : IHandWrittenGame
{
    private static readonly PlainAdam Adam = new(Eps: 1e-4);

    private readonly PlainPair players = isPaired ? PairPlayers.OfPairs() : PairPlayers.OfSamples();
    private IReadOnlyList<PlainPlayer>? sides;
    private (PlainUpdate Generator, PlainUpdate Discriminator)? updates;
    private int steps;

    /// <summary>λ of the L1 distance, or null.</summary>
    public double? L1 { get; init; }

    /// <summary>γ of R1, or null.</summary>
    public double? R1 { get; init; }

    /// <summary>In every how many of D's updates R1 looks.</summary>
    public int Every { get; init; } = 1;

    /// <summary>λ of WGAN-GP's penalty, or null.</summary>
    public double? GradientPenalty { get; init; }

    /// <summary>k.</summary>
    public int DiscriminatorSteps { get; init; } = 1;

    /// <summary>The L1 term of G's last loss; NaN before its first move.</summary>
    public double Reconstruction { get; private set; } = double.NaN;

    public IReadOnlyList<PlainPlayer> Players => sides ??= [new("G", players.Generator, Adam.Create), new("D", players.Discriminator, Adam.Create)];

    public Action<PlainPlayer>? InPlaceOfUpdates { get; set; }

    public void Step(StepDraws draws)
    {
        using var scope = NewDisposeScope();
        var (reals, sources, _, interpolation, _) = draws;
        var (ofGenerator, ofDiscriminator) = updates ??= (new PlainUpdate(Players[0]), new PlainUpdate(Players[1]));
        ofDiscriminator.ZeroGrad();
        DiscriminatorLoss(reals, sources, interpolation).backward();
        ofDiscriminator.Update(InPlaceOfUpdates);
        if (++steps % DiscriminatorSteps != 0) return;

        ofGenerator.ZeroGrad();
        GeneratorLoss(reals, sources).backward();
        ofGenerator.Update(InPlaceOfUpdates);
    }

    public void Dispose()
    {
        updates?.Generator.Dispose();
        updates?.Discriminator.Dispose();
        players.Dispose();
    }

    private Tensor DiscriminatorLoss(Tensor reals, Tensor sources, Tensor interpolation)
    {
        var fakes = players.Generator.forward(sources).detach();
        var points = reals.detach().requires_grad_();
        var onReals = Discriminate(points, sources);
        var onFakes = Discriminate(fakes, sources);
        var loss = (0.5 * mse_loss(onReals, ones_like(onReals))) + (0.5 * mse_loss(onFakes, zeros_like(onFakes)));
        if (R1 is { } gamma && steps % Every == 0) loss += Every * gamma / 2 * SquaredNorms(onReals, points).mean();
        if (GradientPenalty is not { } weight) return loss;
        var mixed = ((interpolation * reals) + ((1 - interpolation) * fakes)).detach().requires_grad_();
        return loss + (weight * (SquaredNorms(Discriminate(mixed, sources), mixed) + 1e-12).sqrt().sub(1).square().mean());
    }

    private Tensor GeneratorLoss(Tensor reals, Tensor sources)
    {
        var fakes = players.Generator.forward(sources);
        var logits = Discriminate(fakes, sources);
        var loss = 0.5 * mse_loss(logits, ones_like(logits));
        var distance = l1_loss(fakes, reals);
        Reconstruction = (L1 ?? 0) * distance.to(ScalarType.Float64).item<double>();
        return L1 is { } weight ? loss + (weight * distance) : loss;
    }

    private Tensor Discriminate(Tensor samples, Tensor sources) => players.Discriminator.forward(isPaired ? cat([samples, sources], 1) : samples);

    private static Tensor SquaredNorms(Tensor logits, Tensor points) =>
        autograd.grad([logits.sum()], [points], retain_graph: true, create_graph: true)[0].square().sum(1);
}
