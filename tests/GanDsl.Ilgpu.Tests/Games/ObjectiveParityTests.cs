namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Every objective on libtorch and on our own kernels, ten steps, reports and all: on the CPU accelerator, three on PoCL, too.</summary>
public class ObjectiveParityTests
{
    private const int Count = 9;

    private static readonly Dictionary<string, (Func<IGan> Torch, Func<ComputeDevice, IGan> Own)> Games = new()
    {
        ["Smoothed"] = (() => new SmoothedGame.Torch(seed: 1), device => new SmoothedGame.Ilgpu(seed: 2, device)),
        ["Squares"] = (() => new SquaresGame.Torch(seed: 1), device => new SquaresGame.Ilgpu(seed: 2, device)),
        ["Hinge"] = (() => new HingeGame.Torch(seed: 1), device => new HingeGame.Ilgpu(seed: 2, device)),
        ["Relativistic"] = (() => new RelativisticGame.Torch(seed: 1), device => new RelativisticGame.Ilgpu(seed: 2, device)),
        ["Average"] = (() => new AverageGame.Torch(seed: 1), device => new AverageGame.Ilgpu(seed: 2, device)),
        ["KL"] = (() => new KLGame.Torch(seed: 1), device => new KLGame.Ilgpu(seed: 2, device)),
        ["Pearson"] = (() => new PearsonGame.Torch(seed: 1), device => new PearsonGame.Ilgpu(seed: 2, device)),
        ["Hellinger"] = (() => new HellingerGame.Torch(seed: 1), device => new HellingerGame.Ilgpu(seed: 2, device)),
        ["LeCam"] = (() => new LeCamGame.Torch(seed: 1), device => new LeCamGame.Ilgpu(seed: 2, device)),
        ["Variation"] = (() => new VariationGame.Torch(seed: 1), device => new VariationGame.Ilgpu(seed: 2, device)),
        ["Jeffreys"] = (() => new JeffreysGame.Torch(seed: 1), device => new JeffreysGame.Ilgpu(seed: 2, device)),
        ["ReverseKL"] = (() => new ReverseKLGame.Torch(seed: 1), device => new ReverseKLGame.Ilgpu(seed: 2, device)),
        ["Neyman"] = (() => new NeymanGame.Torch(seed: 1), device => new NeymanGame.Ilgpu(seed: 2, device)),
        ["JensenShannon"] = (() => new JensenShannonGame.Torch(seed: 1), device => new JensenShannonGame.Ilgpu(seed: 2, device)),
        ["OriginalGan"] = (() => new OriginalGanGame.Torch(seed: 1), device => new OriginalGanGame.Ilgpu(seed: 2, device)),
        ["Custom"] = (() => new CustomGame.Torch(seed: 1), device => new CustomGame.Ilgpu(seed: 2, device)),
        ["AverageNormalised"] = (() => new AverageNormalisedGame.Torch(seed: 1), device => new AverageNormalisedGame.Ilgpu(seed: 2, device)),
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
    public void TenSteps_AreThoseOnLibtorch(string game, string device)
    {
        using var torch = Games[game].Torch();
        using var own = Games[game].Own(Devices.Get(device));
        Parity.Run(torch, own, Count);
    }
}
