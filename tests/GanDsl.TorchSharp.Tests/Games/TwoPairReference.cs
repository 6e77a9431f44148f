using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>CycleGAN by hand in plain TorchSharp: two generators that one Adam moves, and a judge of each, moved by another.</summary>
internal sealed class TwoPairReference : IHandWrittenGame
{
    private static readonly PlainAdam Adam = new(Eps: 1e-4);

    private readonly Side[] sides;
    private PlainAverage? average;
    private IReadOnlyList<PlainPlayer>? players;
    private (PlainUpdate Generators, PlainUpdate Discriminators)? updates;
    private int steps;

    public TwoPairReference(Side[] sides) => this.sides = sides;

    /// <summary>A generator, the judge of what it makes, and how many numbers it makes that of.</summary>
    public sealed record Side(Sequential Generator, Sequential Discriminator, int Source);

    public double Cycle { get; init; }

    public double Identity { get; init; }

    public bool IsNonSaturating { get; init; }

    public bool IsRelativistic { get; init; }

    public bool IsCoupled { get; init; }

    public double R1 { get; init; }

    public double R2 { get; init; }

    public int Every { get; init; } = 1;

    public double? ClipsAt { get; init; }

    public int DiscriminatorSteps { get; init; } = 1;

    public double HalfLifeImages { get; init; }

    public static Side[] Points() => [new(Net(5, 16, 3), Net(3, 16, 1), Source: 5), new(Net(3, 12, 5), Net(5, 12, 1), Source: 3)];

    public static Side[] Turns(bool isCoupled) => [new(Turn(4), isCoupled ? Turn(1) : Spectral(), Source: 4), new(Turn(4), Spectral(), Source: 4)];

    /// <summary>The last losses of both players, and G's terms.</summary>
    public (double Discriminator, double Generator, double[] Terms) Losses { get; private set; }

    public IReadOnlyList<PlainPlayer> Players => players ??=
    [
        new([("G", sides[0].Generator), ("InverseG", sides[1].Generator)], Adam.Create, ClipsAt),
        new([("D", sides[0].Discriminator), ("InverseD", sides[1].Discriminator)], Adam.Create, ClipsAt),
    ];

    public IReadOnlyList<(string Name, Tensor Value)> Averages => Average?.Values ?? [];

    public Action<PlainPlayer>? InPlaceOfUpdates { get; set; }

    private PlainAverage? Average => HalfLifeImages == 0 ? null : average ??= new PlainAverage(Players[0], HalfLifeImages);

    public void Step(StepDraws draws)
    {
        using var scope = NewDisposeScope();
        var (ofGenerators, ofDiscriminators) = updates ??= (new PlainUpdate(Players[0]), new PlainUpdate(Players[1]));

        Average?.Saw(draws.Reals.shape[0]);

        // Of each side: what its generator makes samples of, which are the reals of the other.
        Tensor[] sources = [draws.Latents, draws.Reals];
        var fakes = sides.Select((side, i) => side.Generator.forward(sources[i])).ToArray();
        UpdateDiscriminators(ofDiscriminators, sources, fakes);
        if (++steps % DiscriminatorSteps == 0) UpdateGenerators(ofGenerators, sources, fakes);
    }

    public void Dispose()
    {
        updates?.Generators.Dispose();
        updates?.Discriminators.Dispose();
        average?.Dispose();
        foreach (var side in sides)
        {
            side.Generator.Dispose();
            side.Discriminator.Dispose();
        }
    }

    private void UpdateDiscriminators(PlainUpdate ofDiscriminators, Tensor[] sources, Tensor[] fakes)
    {
        ofDiscriminators.ZeroGrad();
        var loss = zeros_like(sources[0].sum());
        for (var i = 0; i < sides.Length; i++)
        {
            var (real, fake) = (sources[1 - i].detach().requires_grad_(), fakes[i].detach().requires_grad_());
            var isDue = steps % Every == 0;

            // Where nothing keeps them apart, both take one pass: spectral norm then iterates once.
            var isJoint = R1 + R2 == 0 && !(IsCoupled && i == 0);
            var joint = isJoint ? sides[i].Discriminator.forward(cat([real, fake])) : null;
            var onReals = joint?.narrow(0, 0, real.shape[0]) ?? sides[i].Discriminator.forward(real);
            var onFakes = joint?.narrow(0, real.shape[0], fake.shape[0]) ?? sides[i].Discriminator.forward(fake);
            loss += Loss(onReals, onFakes, forDiscriminator: true);
            if (R1 > 0 && isDue) loss += Every * R1 / 2 * Square(onReals, real);
            if (R2 > 0) loss += R2 / 2 * Square(onFakes, fake);
        }

        loss = loss / 2;
        Losses = (Number(loss), Losses.Terms is null ? double.NaN : Losses.Generator, Losses.Terms ?? [.. Enumerable.Repeat(double.NaN, Identity > 0 ? 2 : 1)]);
        loss.backward();
        ofDiscriminators.Update(InPlaceOfUpdates);
    }

    private void UpdateGenerators(PlainUpdate ofGenerators, Tensor[] sources, Tensor[] fakes)
    {
        ofGenerators.ZeroGrad();
        var adversarial = zeros_like(sources[0].sum());
        for (var i = 0; i < sides.Length; i++)
        {
            var onReals = IsRelativistic ? sides[i].Discriminator.forward(sources[1 - i]) : null;
            adversarial += Loss(onReals, sides[i].Discriminator.forward(fakes[i]), forDiscriminator: false);
        }

        var auxiliaryLosses = new List<Tensor>
        {
            Cycle / 2 * sides.Select((_, i) => l1_loss(sides[1 - i].Generator.forward(fakes[i]), sources[i])).ToArray().Aggregate((x, y) => x + y)
        };
        if (Identity > 0)
            auxiliaryLosses.Add(
                Identity / 2 * sides.Select((side, i) => l1_loss(side.Generator.forward(sources[1 - i]), sources[1 - i])).ToArray().Aggregate((x, y) => x + y));
        var loss = (adversarial / 2) + auxiliaryLosses.Aggregate((x, y) => x + y);
        Losses = (Losses.Discriminator, Number(loss), [.. auxiliaryLosses.Select(Number)]);
        loss.backward();
        ofGenerators.Update(InPlaceOfUpdates);
        Average?.Follow();
    }

    private Tensor Loss(Tensor? onReals, Tensor onFakes, bool forDiscriminator)
    {
        if (IsRelativistic)
        {
            var (real, fake) = (onReals! - onFakes.mean(), onFakes - onReals!.mean());
            return forDiscriminator ? softplus(-real).mean() + softplus(fake).mean() : softplus(-fake).mean() + softplus(real).mean();
        }

        if (IsNonSaturating) return forDiscriminator ? softplus(-onReals!).mean() + softplus(onFakes).mean() : softplus(-onFakes).mean();
        return forDiscriminator
            ? (mse_loss(onReals!, ones_like(onReals!)) + mse_loss(onFakes, zeros_like(onFakes))) / 2
            : mse_loss(onFakes, ones_like(onFakes)) / 2;
    }

    private static Tensor Square(Tensor logits, Tensor points) =>
        autograd.grad([logits.sum()], [points], retain_graph: true, create_graph: true)[0].square().sum(1).mean();

    private static double Number(Tensor loss) => loss.to(ScalarType.Float64).item<double>();

    private static Sequential Net(int from, int width, int to) => Sequential(("0", Linear(from, width)), ("1", Tanh()), ("2", Linear(width, to)));

    private static Sequential Turn(int to) => Sequential(("0", Linear(4, 16)), ("1", BatchNorm1d(16, eps: 1e-2)), ("2", Tanh()), ("3", Linear(16, to)));

    private static Sequential Spectral() => Sequential(("0", PlainSpectral.Linear(4, 16)), ("1", Tanh()), ("2", Linear(16, 1)));
}
