namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Normalised weights on libtorch and on our own kernels: ten steps, what is remembered, and eval mode.</summary>
public class SpectralNormTests
{
    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void TenSteps_OfAConvolutionalGame(string device)
    {
        using var torch = new SpectralGame.Torch(seed: 1);
        using var own = new SpectralGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 4);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void TenSteps_OfAnMlpGameWithR1(string device)
    {
        using var torch = new SpectralPointGame.Torch(seed: 1);
        using var own = new SpectralPointGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, count: 16);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheState_GoesToTorchAndBack_BitForBit_AndEvalModeLeavesIt(string device)
    {
        var on = Devices.Get(device);
        using var own = new SpectralGenerator.Ilgpu(seed: 1, on);
        using var torch = new SpectralGenerator.Torch(seed: 2);
        using var again = new SpectralGenerator.Ilgpu(seed: 3, on);
        var latents = new HostBatch<S5>(Enumerable.Range(0, 10).Select(i => (float)Math.Sin(i)).ToArray());
        using var input = Batch<S5>.From(latents, on);
        own.Forward(input, Mode.Train).Dispose();
        torch.Load(own.State());
        again.Load(torch.State());

        using var made = own.Forward(input);
        using var expected = torch.Forward(Torch.Batch<S5>.From(latents));
        foreach (var (want, have) in expected.ToArray().PairedWith(made.ToArray())) Assert.Equal(want, have, 1e-5f);

        Assert.Contains("3.weight_v", own.State().Select(tensor => tensor.Name));
        Assert.Equal(own.State().Select(tensor => tensor.Name), torch.State().Select(tensor => tensor.Name));
        foreach (var (want, have) in own.State().PairedWith(again.State()))
            Assert.Equal(((TensorValues.Float32)want.Values).Elements, ((TensorValues.Float32)have.Values).Elements);
    }
}
