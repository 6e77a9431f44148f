namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Games whose D scores patches, on our own kernels: the numbers of libtorch after one step and after ten.</summary>
public class PatchTests
{
    private const int Count = 5;

    public static TheoryData<string> All => Devices.Emulation;

    [Theory]
    [MemberData(nameof(All))]
    public void WithR1(string device)
    {
        using var torch = new PatchGame.Torch(seed: 1);
        using var own = new PatchGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    /// <summary>Means over all patches twice: what logits are measured against, and what LeCam remembers.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void AgainstTheMeanPatch(string device)
    {
        using var torch = new RelativePatchGame.Torch(seed: 1);
        using var own = new RelativePatchGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        Assert.Equal(torch.Report().Penalties.Single().Value, own.Report().Penalties.Single().Value, 1e-4);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BothAtOnce(string device)
    {
        using var torch = new PatchGameAtOnce.Torch(seed: 1);
        using var own = new PatchGameAtOnce.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }
}
