using GanDsl.Benchmarks.Contenders;
using GanDsl.HandWritten;

namespace GanDsl.Benchmarks.Works;

/// <summary>The games whose step is measured.</summary>
public static class StepWorks
{
    public static IReadOnlyList<Work> All { get; } =
    [
        new("mlp-2d", Batch: 64, StepsABlock: 100, PlainMlp2d.Create, Generated.Mlp2d, OwnKernels.Mlp2d),
        new("mlp-28x28", Batch: 64, StepsABlock: 10, PlainMlp28x28.Create, Generated.Mlp28x28, OwnKernels.Mlp28x28),
        new("dcgan-28x28", Batch: 64, StepsABlock: 4, () => PlainDcgan28x28.Create(), Generated.Dcgan28x28, OwnKernels.Dcgan28x28),
        new(
            "dcgan-28x28-simultaneous",
            Batch: 64,
            StepsABlock: 4,
            () => PlainDcgan28x28.Create(),
            Generated.Dcgan28x28Simultaneous,
            OwnKernels.Dcgan28x28Simultaneous,
            Simultaneous: true),
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
