namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Every objective on libtorch and on our own kernels, ten steps, reports and all: on the CPU accelerator, three on PoCL, too.</summary>
public class ObjectiveParityTests
{
    private const int Count = 9;

    private static readonly Dictionary<string, Action<ComputeDevice>> Games = new()
    {
        ["Smoothed"] = device =>
        {
            using var torch = new SmoothedGame.Torch(seed: 1);
            using var own = new SmoothedGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Squares"] = device =>
        {
            using var torch = new SquaresGame.Torch(seed: 1);
            using var own = new SquaresGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Hinge"] = device =>
        {
            using var torch = new HingeGame.Torch(seed: 1);
            using var own = new HingeGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Relativistic"] = device =>
        {
            using var torch = new RelativisticGame.Torch(seed: 1);
            using var own = new RelativisticGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Average"] = device =>
        {
            using var torch = new AverageGame.Torch(seed: 1);
            using var own = new AverageGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["KL"] = device =>
        {
            using var torch = new KLGame.Torch(seed: 1);
            using var own = new KLGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Pearson"] = device =>
        {
            using var torch = new PearsonGame.Torch(seed: 1);
            using var own = new PearsonGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Hellinger"] = device =>
        {
            using var torch = new HellingerGame.Torch(seed: 1);
            using var own = new HellingerGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["LeCam"] = device =>
        {
            using var torch = new LeCamGame.Torch(seed: 1);
            using var own = new LeCamGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Variation"] = device =>
        {
            using var torch = new VariationGame.Torch(seed: 1);
            using var own = new VariationGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Jeffreys"] = device =>
        {
            using var torch = new JeffreysGame.Torch(seed: 1);
            using var own = new JeffreysGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["ReverseKL"] = device =>
        {
            using var torch = new ReverseKLGame.Torch(seed: 1);
            using var own = new ReverseKLGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Neyman"] = device =>
        {
            using var torch = new NeymanGame.Torch(seed: 1);
            using var own = new NeymanGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["JensenShannon"] = device =>
        {
            using var torch = new JensenShannonGame.Torch(seed: 1);
            using var own = new JensenShannonGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["OriginalGan"] = device =>
        {
            using var torch = new OriginalGanGame.Torch(seed: 1);
            using var own = new OriginalGanGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["Custom"] = device =>
        {
            using var torch = new CustomGame.Torch(seed: 1);
            using var own = new CustomGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
        ["AverageNormalised"] = device =>
        {
            using var torch = new AverageNormalisedGame.Torch(seed: 1);
            using var own = new AverageNormalisedGame.Ilgpu(seed: 2, device);
            Parity.Run(torch, own, Count);
        },
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var game in Games.Keys) cases.Add(game, "CPU");
            foreach (var game in new[] { "Hinge", "Average", "Jeffreys" }) cases.Add(game, "PoCL");
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TenSteps_AreThoseOnLibtorch(string game, string device) => Games[game](Devices.Get(device));
}
