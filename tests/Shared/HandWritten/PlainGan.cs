using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.HandWritten;

/// <summary>
/// The min-max step, alternating or simultaneous, as a tutorial writes it in plain TorchSharp: what generated code must agree with, and must beat.
/// </summary>
public sealed class PlainGan : IHandWrittenGame
{
    private readonly PlainPair players;
    private readonly PlainGame game;
    private readonly PlainUpdate ofGenerator;
    private readonly PlainUpdate ofDiscriminator;
    private readonly PlainAverage? average;
    private readonly Dictionary<(long Count, bool Real), Tensor> labels = [];
    private long steps;
    private IReadOnlyList<Tensor>? draws;

    // LeCam's running means as TensorFlow's moving_averages.assign_moving_average keeps them with zero_debias: biased means, and what makes up for their start
    // at 0.
    private (double OnReals, double OnFakes, double Debias) logits;

    /// <summary>Starts a game between two players, which it will dispose of.</summary>
    public PlainGan(PlainPair players, PlainGame? game = null)
    {
        this.players = players;
        this.game = game ?? new PlainGame();
        var (generator, discriminator) = (
            new PlainPlayer("G", players.Generator, this.game.Optimizer ?? (this.game.GeneratorAdam ?? new()).Create, this.game.ClipGradient),
            new PlainPlayer(
                "D",
                players.Discriminator,
                this.game.Optimizer ?? (this.game.DiscriminatorAdam ?? new()).Create,
                this.game.ClipGradient,
                this.game.WeightClip));
        (ofGenerator, ofDiscriminator, Players) = (new PlainUpdate(generator), new PlainUpdate(discriminator), [generator, discriminator]);
        if (this.game.HalfLifeImages is { } halfLife) average = new PlainAverage(generator, halfLife);
    }

    /// <summary>The players' networks.</summary>
    public PlainPair Pair => players;

    public PlainGame Game => game;

    public IReadOnlyList<PlainPlayer> Players { get; }

    public IReadOnlyList<(string Name, Tensor Value)> Averages => average?.Values ?? [];

    public Action<PlainPlayer>? InPlaceOfUpdates { get; set; }

    public void Step(StepDraws draws) => Step(draws.Reals, draws.Latents, draws.GeneratorLatents, draws.Interpolation, draws.Perturbation, draws.Augmentations);

    /// <summary>One call of the step: updates D; every k-th call also G.</summary>
    /// <param name="reals">(N, sample shape…).</param>
    /// <param name="latents">(N, latent), what this call's fakes are made from.</param>
    /// <param name="generatorLatents">(N, latent), what G's update is made from if the game wants fresh noise.</param>
    /// <param name="interpolation">(N, 1), the share of the reals where the gradient penalty looks, if the game has one.</param>
    /// <param name="perturbation">As many numbers of U(0, 1) as the reals have, if the game has DRAGAN.</param>
    /// <param name="augmentation">What changes the reals, D's fakes and G's fakes, if the game changes what D sees.</param>
    public void Step(
        Tensor reals,
        Tensor latents,
        Tensor? generatorLatents = null,
        Tensor? interpolation = null,
        Tensor? perturbation = null,
        IReadOnlyList<Tensor>? augmentation = null)
    {
        using var scope = NewDisposeScope();
        draws = augmentation;
        reals = Seen(reals, 0);
        steps++;
        average?.Saw(reals.shape[0]);
        var movesGenerator = steps % game.DiscriminatorSteps == 0;
        var fakes = Fakes(latents, record: !game.Expert || game.Simultaneous || (movesGenerator && !game.FreshNoise));
        if (game.Simultaneous)
        {
            // Both have seen what they learn from before anything follows D.
            var follow = Follow(reals, Seen(fakes.detach(), 1));
            UpdateBoth(reals, fakes);
            follow();
            return;
        }

        ofDiscriminator.ZeroGrad();
        var seen = Seen(fakes.detach(), 1);
        Follow(reals, seen)();
        var loss = DiscriminatorLoss(reals, seen);
        if (game.GradientPenalty is { } weight)
        {
            var norms = SquaredGradients(Mix(reals, seen, interpolation ?? throw new ArgumentNullException(nameof(interpolation)))).sqrt();
            var excess = norms - game.Target;
            loss += weight * (game.OneSided ? excess.relu() : excess).square().mean();
        }

        if (game.Dragan is { } strength)
        {
            var near = reals + (game.Std * reals.std(unbiased: false) * (perturbation ?? throw new ArgumentNullException(nameof(perturbation))));
            loss += strength * (SquaredGradients(near).sqrt() - game.Target).square().mean();
        }

        loss.backward();
        ofDiscriminator.Update(InPlaceOfUpdates);

        if (!movesGenerator) return;

        if (game.FreshNoise)
        {
            fakes = players.Generator.forward(generatorLatents ?? throw new ArgumentNullException(nameof(generatorLatents)));
        }

        ofGenerator.ZeroGrad();
        if (game.Expert) Record(players.Discriminator, false);
        fakes = Seen(fakes, 2);
        var generatorLoss = game.Losses is { } losses
            ? losses.Generator(players.Discriminator.forward(reals).detach(), players.Discriminator.forward(fakes))
            : GeneratorLoss(players.Discriminator.forward(fakes));
        generatorLoss.backward();
        if (game.Expert) Record(players.Discriminator, true);
        UpdateGenerator();
    }

    public void Dispose()
    {
        foreach (var label in labels.Values) label.Dispose();
        average?.Dispose();
        ofGenerator.Dispose();
        ofDiscriminator.Dispose();
        players.Dispose();
    }

    private Action Follow(Tensor reals, Tensor fakes)
    {
        if (game.Follow is null) return () => { };
        using var untracked = no_grad();
        var (onReals, onFakes) = (players.Discriminator.forward(reals), players.Discriminator.forward(fakes));
        return () => game.Follow(onReals, onFakes);
    }

    private Tensor Seen(Tensor samples, int which) => game.Augment is null ? samples : game.Augment(samples, draws![which]);

    private Tensor Fakes(Tensor latents, bool record)
    {
        if (record) return players.Generator.forward(latents);
        using var untracked = no_grad();
        return players.Generator.forward(latents);
    }

    private static void Record(nn.Module player, bool record)
    {
        foreach (var parameter in player.parameters()) parameter.requires_grad = record;
    }

    private Tensor Label(Tensor logits, bool real)
    {
        if (!game.Expert) return real ? ones_like(logits) : zeros_like(logits);
        var key = (logits.shape[0], real);
        if (!labels.TryGetValue(key, out var label)) labels.Add(key, label = (real ? ones(logits.shape) : zeros(logits.shape)).DetachFromDisposeScope());
        return label;
    }

    // What G's loss leaves in D's gradients is dropped before D's own loss writes there.
    private void UpdateBoth(Tensor reals, Tensor fakes)
    {
        ofGenerator.ZeroGrad();
        fakes = Seen(fakes, 1);
        GeneratorLoss(players.Discriminator.forward(fakes)).backward();
        ofDiscriminator.ZeroGrad();
        DiscriminatorLoss(reals, fakes.detach()).backward();
        ofDiscriminator.Update(InPlaceOfUpdates);
        UpdateGenerator();
    }

    private void UpdateGenerator()
    {
        ofGenerator.Update(InPlaceOfUpdates);
        average?.Follow();
    }

    // The mean of γ/2 · ‖∇ℓ‖² joins the loss where the reals, or the fakes, pass, so that D passes once through them.
    private Tensor DiscriminatorLoss(Tensor reals, Tensor fakes)
    {
        // Only what a penalty looks at is asked for its gradient: it costs one.
        var points = game.R1 is null ? reals : reals.detach().requires_grad_();
        var looks = (steps - 1) % game.Every == 0;
        var fakePoints = game.R2 is null ? fakes : fakes.detach().requires_grad_();
        var joint = game.Joined ? players.Discriminator.forward(cat([reals, fakes])).split(reals.shape[0]) : null;
        var onReals = joint?[0] ?? players.Discriminator.forward(points);
        var onFakes = joint?[1] ?? players.Discriminator.forward(fakePoints);
        var loss = game.Losses is { } losses ? losses.Discriminator(onReals, onFakes)
            : game.Wasserstein
            ? onFakes.mean() - onReals.mean()
            : binary_cross_entropy_with_logits(onReals, Label(onReals, real: true)) + binary_cross_entropy_with_logits(onFakes, Label(onFakes, real: false));
        if (looks && game.R1 is { } gamma) loss += game.Every * gamma / 2 * SquaredGradients(onReals, points).mean();
        if (looks && game.R2 is { } gammaOfFakes) loss += game.Every * gammaOfFakes / 2 * SquaredGradients(onFakes, fakePoints).mean();
        if (game.LeCam is { } strength)
        {
            logits = (Follow(logits.OnReals, Number(onReals.mean())), Follow(logits.OnFakes, Number(onFakes.mean())), Follow(logits.Debias, 1));
            loss += strength
                * ((onReals - (logits.OnFakes / logits.Debias)).relu().square().mean() + ((logits.OnReals / logits.Debias) - onFakes).relu().square().mean());
        }

        return loss;

        double Follow(double mean, double now) => (game.Decay * mean) + ((1 - game.Decay) * now);
    }

    // Losses that measure fakes against reals are of no simultaneous game.
    private Tensor GeneratorLoss(Tensor logits) =>
        game.Losses is { } losses ? losses.Generator(logits, logits)
        : game.Wasserstein ? -logits.mean()
        : game.Minimax ? -binary_cross_entropy_with_logits(logits, Label(logits, real: false))
        : binary_cross_entropy_with_logits(logits, Label(logits, real: true));

    private Tensor SquaredGradients(Tensor samples)
    {
        var points = samples.detach().requires_grad_();
        return SquaredGradients(players.Discriminator.forward(points), points);
    }

    private static Tensor SquaredGradients(Tensor logits, Tensor points) =>
        autograd.grad([logits.sum()], [points], retain_graph: true, create_graph: true)[0].flatten(1).square().sum(1);

    private static Tensor Mix(Tensor reals, Tensor fakes, Tensor interpolation)
    {
        var shares = interpolation.reshape([-1, .. Enumerable.Repeat(1L, (int)reals.dim() - 1)]);
        return (shares * reals) + ((1 - shares) * fakes);
    }

    private static double Number(Tensor tensor) => tensor.to(ScalarType.Float64).item<double>();
}
