using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class AdamKernelsTests
{
    private const double LearningRate = 2e-3, Beta1 = 0.5, Beta2 = 0.999, Eps = 1e-8;

    public static TheoryData<string> All => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void StepsAreTorchs(string device)
    {
        foreach (var count in new[] { 1, 7, 1003 })
        {
            foreach (var decay in new[] { 0, 0.1 })
            {
                Steps<StandardAdam>(device, count, decay, amsgrad: false);
                Steps<AmsgradAdam>(device, count, decay, amsgrad: true);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WithoutGradientNothingMoves(string device)
    {
        using var arena = new Arena(Devices.Get(device));
        var (p, g, m, v) = (arena.Put(1, -2, 0), arena.Put(0, 0, 0), arena.Put(0, 0, 0), arena.Put(0, 0, 0));
        arena.Device.Load<AdamArguments>(AdamKernels.Adam<StandardAdam>).Launch(3, new(arena.View, p, g, m, v, 3, 3, step: 1, LearningRate, Beta1, Beta2, Eps));
        Assert.Equal([1, -2, 0], arena.Read(p, 3));
    }

    [Fact]
    public void CorrectionsAreTakenInDoublePrecision()
    {
        // 1 − β₂ᵗ at t = 1 is 0.001 only if it does not come from float32's 0.999.
        var first = new AdamArguments(default, 0, 0, 0, 0, 1, 1, step: 1, LearningRate, Beta1, Beta2, Eps);
        Assert.Equal((float)(1 / Math.Sqrt(0.001)), first.RootCorrection, 1e-5f);
        Assert.Equal(0.001f, first.NewSecond);
        var late = new AdamArguments(default, 0, 0, 0, 0, 1, 1, step: 10_000_000, LearningRate, Beta1, Beta2, Eps);
        Assert.Equal((1f, (float)LearningRate), (late.RootCorrection, late.StepSize));
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, AdamArguments>(AdamKernels.Adam<StandardAdam>).Method);
        PtxGate.Check(new Action<Index1D, AdamArguments>(AdamKernels.Adam<AmsgradAdam>).Method);
    }

    private static void Steps<TAdam>(string device, int count, double decay, bool amsgrad)
        where TAdam : struct, IAdam
    {
        using var arena = new Arena(Devices.Get(device));
        double[] parameters = [.. Numbers.Normal(count, 1).Select(value => (double)value)];
        double[] first = new double[count], second = new double[count], largest = new double[count];
        var p = arena.Put(Numbers.Normal(count, 1));
        var (m, v, top) = (arena.Put(new float[count]), arena.Put(new float[count]), arena.Put(new float[count]));
        var items = arena.Device.Items(count);
        for (var step = 1; step <= 5; step++)
        {
            // Large gradients first, so that the largest second moment is not the last.
            var gradients = Numbers.Normal(count, 10 + step, std: 1.0 / step);
            var g = arena.Put(gradients);
            arena.Device.Load<AdamArguments>(AdamKernels.Adam<TAdam>).Launch(
                items, new(arena.View, p, g, m, v, count, items, step, LearningRate, Beta1, Beta2, Eps, decay, top));
            for (var i = 0; i < count; i++)
            {
                var gradient = gradients[i] + (decay * parameters[i]);
                first[i] += (1 - Beta1) * (gradient - first[i]);
                second[i] = (Beta2 * second[i]) + ((1 - Beta2) * gradient * gradient);
                largest[i] = Math.Max(largest[i], second[i]);
                var root = Math.Sqrt(amsgrad ? largest[i] : second[i]) / Math.Sqrt(1 - Math.Pow(Beta2, step));
                parameters[i] -= LearningRate / (1 - Math.Pow(Beta1, step)) * first[i] / (root + Eps);
            }
        }

        // Five steps of up to lr, each right to about 10⁻⁵ of itself where the gradient nearly cancels with the decay.
        Numbers.Near(parameters, arena.Read(p, count), relative: 5e-7, absolute: 1e-6);
        Numbers.Near(first, arena.Read(m, count), relative: 1e-5, absolute: 1e-6);
        Numbers.Near(second, arena.Read(v, count), relative: 1e-5, absolute: 1e-9);
        Numbers.Near(amsgrad ? largest : new double[count], arena.Read(top, count), relative: 1e-5, absolute: 1e-9);
    }
}
