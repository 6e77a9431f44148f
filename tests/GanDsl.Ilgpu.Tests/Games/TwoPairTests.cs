namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// Games over two pairs on our own kernels: the numbers of libtorch after one step and after ten, 1e-4, and states that go from one backend to the other.
/// </summary>
public class TwoPairTests
{
    private const int Count = 4;

    public static TheoryData<string> All => Devices.Emulation;

    public static TheoryData<string> Both => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void OtherShapesAndPatches_WithLazyR1AndTwoStepsOfD(string device)
    {
        using var torch = new TwoPairLazyR1Game.Torch(seed: 1);
        using var own = new TwoPairLazyR1Game.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
        Assert.Equal(torch.Report().AuxiliaryLosses.Single().InGeneratorLoss, own.Report().AuxiliaryLosses.Single().InGeneratorLoss, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void OneShape_WithIdentityAverageClippingAndOneDiscriminatorThatCouplesSamples(string device)
    {
        using var torch = new TwoPairIdentityGame.Torch(seed: 1);
        using var own = new TwoPairIdentityGame.Ilgpu(seed: 2, Devices.Get(device));
        torch.AverageGenerator.Load(own.AverageGenerator.State());
        torch.AverageInverseGenerator.Load(own.AverageInverseGenerator.State());
        Parity.Run(torch, own, Count);
        Assert.Equal(
            torch.Report().AuxiliaryLosses.Select(auxiliaryLoss => auxiliaryLoss.Name),
            own.Report().AuxiliaryLosses.Select(auxiliaryLoss => auxiliaryLoss.Name));
        Near(torch.AverageGenerator.State(), own.AverageGenerator.State());
        Near(torch.AverageInverseGenerator.State(), own.AverageInverseGenerator.State());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EachAgainstTheOtherKindsMean_WithR1AndR2(string device)
    {
        using var torch = new TwoPairRelativisticGame.Torch(seed: 1);
        using var own = new TwoPairRelativisticGame.Ilgpu(seed: 2, Devices.Get(device));
        Parity.Run(torch, own, Count);
    }

    /// <summary>A game goes on on the other backend with all that its optimisers remember of all four networks, and the same numbers follow, 1e-4.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public void AStateOfLibtorch_GoesOnHere(string device)
    {
        using var torch = new TwoPairIdentityGame.Torch(seed: 1);
        using var own = new TwoPairIdentityGame.Ilgpu(seed: 2, Devices.Get(device));
        IGan first = torch, second = own;
        for (var step = 0; step < 3; step++) first.StepPairs(Numbers(Count * 32, step), Numbers(Count * 32, step + 50));
        second.Load([.. first.State().Where(tensor => !tensor.Name.StartsWith("random.", StringComparison.Ordinal))]);
        for (var step = 3; step < 6; step++)
        {
            first.StepPairs(Numbers(Count * 32, step), Numbers(Count * 32, step + 50));
            second.StepPairs(Numbers(Count * 32, step), Numbers(Count * 32, step + 50));
        }

        Assert.Equal(6, second.Steps);
        Near(first.GeneratorState(), second.GeneratorState());
        Near(first.DiscriminatorState(), second.DiscriminatorState());
        Near(first.AverageGeneratorState()!, second.AverageGeneratorState()!);
        Assert.Equal(first.Sample(Numbers(32, 9)).Length, second.Sample(Numbers(32, 9)).Length);
    }

    private static float[] Numbers(int count, int seed) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin((seed * 7) + i))];

    private static void Near(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual)
    {
        Assert.Equal(expected.Select(tensor => tensor.Name), actual.Select(tensor => tensor.Name));
        foreach (var (want, have) in expected.PairedWith(actual))
        {
            if (want.Values is TensorValues.Float32 numbers)
                Ilgpu.Tests.Numbers.Near(
                    [.. numbers.Elements.Select(value => (double)value)], ((TensorValues.Float32)have.Values).Elements, relative: 1e-4, absolute: 1e-5);
            else Assert.Equal(((TensorValues.Int64)want.Values).Elements, ((TensorValues.Int64)have.Values).Elements);
        }
    }
}
