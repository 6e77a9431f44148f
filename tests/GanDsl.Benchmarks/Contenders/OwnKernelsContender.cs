using GanDsl.Ilgpu;
using TorchSharp;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>A generated game on our own kernels. Batches are copied to its device once, as libtorch's tensors are in their place from the start.</summary>
public sealed class OwnKernelsContender<TLatent, TSample>(
    IlgpuGan<TLatent, TSample> gan,
    IlgpuNetwork generator,
    IlgpuNetwork discriminator,
    Action<Batch<TSample>> step,
    Action<Batch<TSample>, Batch<TLatent>, Tensor> stepOnGiven) : IContender
    where TLatent : struct, IShape
    where TSample : struct, IShape
{
    private readonly Dictionary<IntPtr, Batch<TSample>> reals = [];

    public string Name => $"own kernels, {gan.DeviceName}";

    public IReadOnlyDictionary<string, Tensor> GeneratorState => ToTensors(gan.GeneratorState());

    public IReadOnlyDictionary<string, Tensor> DiscriminatorState => ToTensors(gan.DiscriminatorState());

    public IReadOnlyDictionary<string, Tensor> GeneratorGradients => ToTensors(generator.Gradients());

    public IReadOnlyDictionary<string, Tensor> DiscriminatorGradients => ToTensors(discriminator.Gradients());

    public void Step(Tensor samples)
    {
        if (!reals.TryGetValue(samples.Handle, out var batch))
            reals.Add(samples.Handle, batch = Batch<TSample>.From(new HostBatch<TSample>(samples.data<float>().ToArray()), gan.Device));
        step(batch);
    }

    public void Step(Tensor samples, Tensor latents, Tensor shares)
    {
        using var x = Batch<TSample>.From(new HostBatch<TSample>(samples.data<float>().ToArray()), gan.Device);
        using var z = Batch<TLatent>.From(new HostBatch<TLatent>(latents.data<float>().ToArray()), gan.Device);
        stepOnGiven(x, z, shares);
    }

    public void Wait() => gan.Device.Synchronize();

    public void Dispose()
    {
        foreach (var batch in reals.Values) batch.Dispose();
        gan.Dispose();
    }

    private static Dictionary<string, Tensor> ToTensors(IReadOnlyList<NamedTensor> state) => state
        .Where(named => named.Values is TensorValues.Float32)
        .ToDictionary(named => named.Name, named => torch.tensor(((TensorValues.Float32)named.Values).Elements, [.. named.Shape]));
}
