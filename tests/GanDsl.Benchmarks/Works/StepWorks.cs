using GanDsl.Benchmarks.Contenders;
using GanDsl.HandWritten;

namespace GanDsl.Benchmarks.Works;

/// <summary>The games whose step is measured.</summary>
public static class StepWorks
{
    private static readonly PlainAdam Sngan = new(Lr: 2e-4, Beta1: 0.5, Eps: 1e-5);
    private static readonly PlainAdam Wgan = new(Lr: 1e-4, Beta1: 0, Beta2: 0.9);

    public static IReadOnlyList<Work> All { get; } =
    [
        new("mlp-2d", Batch: 64, StepsABlock: 100, PlainMlp2d.Create, Generated.Mlp2d, OwnKernels.Mlp2d),
        new("mlp-28x28", Batch: 64, StepsABlock: 10, PlainMlp28x28.Create, Generated.Mlp28x28, OwnKernels.Mlp28x28),
        new("dcgan-28x28", Batch: 64, StepsABlock: 4, () => PlainDcgan28x28.Create(), Generated.Dcgan28x28, OwnKernels.Dcgan28x28),
        new("sngan-32", Batch: 16, StepsABlock: 1, PlainSngan32.Create, Generated.Sngan32, OwnKernels.Sngan32)
        {
            Joined = true,
            CheckedBatch = 2,
            Game = new(FreshNoise: false, GeneratorAdam: Sngan, DiscriminatorAdam: Sngan),
        },
        new(
            "dcgan-28x28-simultaneous",
            Batch: 64,
            StepsABlock: 4,
            () => PlainDcgan28x28.Create(),
            Generated.Dcgan28x28Simultaneous,
            OwnKernels.Dcgan28x28Simultaneous)
        {
            Simultaneous = true
        },
        new("wgan-gp-28x28", Batch: 64, StepsABlock: 5, () => PlainDcgan28x28.Create(), Generated.WganGp28x28, OwnKernels.WganGp28x28)
        {
            Game = new(DiscriminatorSteps: 5, FreshNoise: false, Wasserstein: true, GradientPenalty: 10, GeneratorAdam: Wgan, DiscriminatorAdam: Wgan),
        },
    ];

    /// <summary>The works of that name, or all.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static IReadOnlyList<Work> Named(string? name)
    {
        if (name is null) return All;
        var named = All.Where(work => work.Name == name).ToArray();
        return named.Length > 0
            ? named
            : throw new ArgumentException($"There is no work '{name}'; there are {string.Join(", ", All.Select(work => work.Name))}.", nameof(name));
    }
}
