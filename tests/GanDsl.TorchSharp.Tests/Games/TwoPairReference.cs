using System.Globalization;
using System.Reflection;
using GanDsl.HandWritten;
using GanDsl.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A game over two pairs beside CycleGAN by hand in plain TorchSharp, from the same weights, on the same samples.</summary>
internal sealed class TwoPairReference : IDisposable
{
    private const int Count = 8;

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly IGan gan;
    private readonly MethodInfo step;
    private readonly Side[] sides;
    private readonly Adam ofGenerators;
    private readonly Adam ofJudges;
    private readonly List<(string Name, Func<Tensor> Expected, Tensor Actual)> compared = [];
    private readonly List<(Tensor Average, Tensor Of)> averages = [];
    private readonly Generator random = new(11);
    private (double Discriminator, double Generator, double[] Terms) losses;

    public TwoPairReference(IGan gan, Side[] sides)
    {
        this.gan = gan;
        this.sides = sides;
        step = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Single(method => method.Name == "Step");
        foreach (var (side, prefix) in sides.PairedWith(["", "Inverse"]))
        {
            Follow($"{prefix}Generator", side.Generator);
            Follow($"{prefix}Discriminator", side.Judge);
            if (Network($"Average{prefix}Generator") is { } average) FollowAverage(average, side.Generator);
        }

        ofGenerators = optim.Adam(sides.SelectMany(side => side.Generator.parameters()), 2e-4, beta1: 0.5, eps: 1e-4);
        ofJudges = optim.Adam(sides.SelectMany(side => side.Judge.parameters()), 2e-4, beta1: 0.5, eps: 1e-4);
    }

    /// <summary>A generator, the judge of what it makes, and how many numbers it makes that of.</summary>
    public sealed record Side(Sequential Generator, Sequential Judge, int Source);

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

    /// <summary>The step of both.</summary>
    public void Step(int number)
    {
        // Of each side: what its generator makes samples of, which are the reals of the other.
        Tensor[] sources = [.. sides.Select(side => randn([Count, side.Source], generator: random).tanh_())];
        var batches = step.GetParameters().PairedWith([sources[1], sources[0]]).Select(given => Activator.CreateInstance(given.First.ParameterType, given.Second)).ToArray();
        step.Invoke(gan, BindingFlags.DoNotWrapExceptions, binder: null, batches, CultureInfo.InvariantCulture);

        var fakes = sides.Select((side, i) => side.Generator.forward(sources[i])).ToArray();
        MoveJudges(number, sources, fakes);
        if ((number + 1) % DiscriminatorSteps == 0) MoveGenerators(sources, fakes);
    }

    public void AssertEqual(string when)
    {
        using var untracked = no_grad();
        foreach (var (name, expected, actual) in compared)
        {
            var distance = Values.RelativeDistance(expected(), actual);
            Assert.True(distance <= 1e-5, string.Create(CultureInfo.InvariantCulture, $"{when}, {name}: {distance}"));
        }

        var report = gan.Report();
        Near(losses.Discriminator, report.DiscriminatorLoss, "D's loss");
        Near(losses.Generator, report.GeneratorLoss, "G's loss");
        Assert.Equal(losses.Terms.Length, report.Terms.Count);
        for (var i = 0; i < losses.Terms.Length; i++) Near(losses.Terms[i], report.Terms[i].InGeneratorLoss, report.Terms[i].Name);

        void Near(double expected, double actual, string what) =>
            Assert.True((double.IsNaN(expected) && double.IsNaN(actual)) || Math.Abs(expected - actual) <= 1e-5 * Math.Max(1, Math.Abs(expected)), string.Create(CultureInfo.InvariantCulture, $"{when}, {what}: {expected} and {actual}"));
    }

    public void Dispose()
    {
        gan.Dispose();
        ofGenerators.Dispose();
        ofJudges.Dispose();
        random.Dispose();
        scope.Dispose();
    }

    private void MoveJudges(int number, Tensor[] sources, Tensor[] fakes)
    {
        ofJudges.zero_grad();
        var loss = zeros(1);
        for (var i = 0; i < sides.Length; i++)
        {
            var (real, fake) = (sources[1 - i].detach().requires_grad_(), fakes[i].detach().requires_grad_());
            var isDue = number % Every == 0;

            // Where nothing keeps them apart, both take one pass: spectral norm then iterates once.
            var isJoint = R1 + R2 == 0 && !(IsCoupled && i == 0);
            var joint = isJoint ? sides[i].Judge.forward(cat([real, fake])) : null;
            var onReals = joint?.narrow(0, 0, Count) ?? sides[i].Judge.forward(real);
            var onFakes = joint?.narrow(0, Count, Count) ?? sides[i].Judge.forward(fake);
            loss += Losses(onReals, onFakes, forJudge: true);
            if (R1 > 0 && isDue) loss += Every * R1 / 2 * Square(onReals, real);
            if (R2 > 0) loss += R2 / 2 * Square(onFakes, fake);
        }

        loss = loss / 2;
        losses.Discriminator = loss.item<float>();
        if (losses.Terms is null) losses = (losses.Discriminator, double.NaN, [.. Enumerable.Repeat(double.NaN, Identity > 0 ? 2 : 1)]);
        Move(loss, ofJudges, sides.Select(side => side.Judge));
    }

    private void MoveGenerators(Tensor[] sources, Tensor[] fakes)
    {
        ofGenerators.zero_grad();
        var adversarial = zeros(1);
        for (var i = 0; i < sides.Length; i++)
        {
            var onReals = IsRelativistic ? sides[i].Judge.forward(sources[1 - i]) : null;
            adversarial += Losses(onReals, sides[i].Judge.forward(fakes[i]), forJudge: false);
        }

        var terms = new List<Tensor> { Cycle / 2 * sides.Select((_, i) => l1_loss(sides[1 - i].Generator.forward(fakes[i]), sources[i])).ToArray().Aggregate((x, y) => x + y) };
        if (Identity > 0) terms.Add(Identity / 2 * sides.Select((side, i) => l1_loss(side.Generator.forward(sources[1 - i]), sources[1 - i])).ToArray().Aggregate((x, y) => x + y));
        var loss = (adversarial / 2) + terms.Aggregate((x, y) => x + y);
        losses = (losses.Discriminator, loss.item<float>(), [.. terms.Select(term => (double)term.item<float>())]);
        Move(loss, ofGenerators, sides.Select(side => side.Generator));

        using var untracked = no_grad();
        foreach (var (average, of) in averages) average.lerp_(of, 1 - Math.Pow(0.5, Count * DiscriminatorSteps / HalfLifeImages));
    }

    private Tensor Losses(Tensor? onReals, Tensor onFakes, bool forJudge)
    {
        if (IsRelativistic)
        {
            var (real, fake) = (onReals! - onFakes.mean(), onFakes - onReals!.mean());
            return forJudge ? softplus(-real).mean() + softplus(fake).mean() : softplus(-fake).mean() + softplus(real).mean();
        }

        if (IsNonSaturating) return forJudge ? softplus(-onReals!).mean() + softplus(onFakes).mean() : softplus(-onFakes).mean();
        return forJudge ? (mse_loss(onReals!, ones_like(onReals!)) + mse_loss(onFakes, zeros_like(onFakes))) / 2 : mse_loss(onFakes, ones_like(onFakes)) / 2;
    }

    private static Tensor Square(Tensor logits, Tensor points) =>
        autograd.grad([logits.sum()], [points], retain_graph: true, create_graph: true)[0].square().sum(1).mean();

    private void Move(Tensor loss, Adam adam, IEnumerable<Sequential> networks)
    {
        loss.backward();
        if (ClipsAt is { } most) nn.utils.clip_grad_norm_(networks.SelectMany(network => network.parameters()), most);
        adam.step();
    }

    private void Follow(string member, Sequential plain)
    {
        var network = Network(member)!;
        var own = plain.named_parameters().Select(tensor => (tensor.name, Value: (Tensor)tensor.parameter)).Concat(plain.named_buffers().Select(tensor => (tensor.name, Value: tensor.buffer))).ToDictionary(tensor => tensor.name, tensor => tensor.Value);
        using var untracked = no_grad();
        foreach (var (name, value) in network.NamedParameters.Concat(network.NamedBuffers))
        {
            own[name].copy_(value);
            compared.Add(($"{member}.{name}", () => own[name], value));
        }
    }

    private void FollowAverage(TorchNetwork average, Sequential generator)
    {
        foreach (var (name, value) in average.NamedParameters)
        {
            var of = generator.named_parameters().Single(parameter => parameter.name == name).parameter;
            var own = of.detach().clone();
            averages.Add((own, of));
            compared.Add(($"average {name}", () => own, value));
        }
    }

    private TorchNetwork? Network(string member) => (TorchNetwork?)gan.GetType().GetProperty(member)?.GetValue(gan);

    private static Sequential Net(int from, int width, int to) => Sequential(("0", Linear(from, width)), ("1", Tanh()), ("2", Linear(width, to)));

    private static Sequential Turn(int to) => Sequential(("0", Linear(4, 16)), ("1", BatchNorm1d(16, eps: 1e-2)), ("2", Tanh()), ("3", Linear(16, to)));

    private static Sequential Spectral() => Sequential(("0", PlainSpectral.Linear(4, 16)), ("1", Tanh()), ("2", Linear(16, 1)));
}
