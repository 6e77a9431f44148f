using System.Globalization;
using System.Reflection;
using GanDsl.HandWritten;
using GanDsl.Parity;
using static TorchSharp.torch;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// A game on our own kernels and the same on libtorch, which takes over the first one's weights before each step: their reports must agree. Gradients and
/// weights are those of our own kernels.
/// </summary>
internal sealed class OwnGame(IGan own, IGan torch, Action<StepReport, StepReport> assertEqualReports) : IPlayedGame
{
    public void Step(StepDraws draws)
    {
        foreach (var (member, _) in GeneratedGame.Trained)
        {
            if (GeneratedGame.Member(torch, member) is Torch.TorchNetwork target) target.Load(((IlgpuNetwork)GeneratedGame.Member(own, member)!).State());
        }

        Play(torch, draws, nameof(OnTorch));
        Play(own, draws, nameof(OnOwn));
        assertEqualReports(torch.Report(), own.Report());
    }

    public IReadOnlyDictionary<string, Tensor> State() => Named([.. GeneratedGame.Trained, .. GeneratedGame.Averages], network => network.State());

    public IReadOnlyDictionary<string, Tensor> Gradients() => Named(GeneratedGame.Trained, network => network.Gradients());

    // Whoever made the games disposes of them.
    public void Dispose()
    {
    }

    private Dictionary<string, Tensor> Named(IEnumerable<(string Member, string Prefix)> members, Func<IlgpuNetwork, IReadOnlyList<NamedTensor>> tensors) =>
        GeneratedGame.Named<IlgpuNetwork>(
            own,
            members,
            network => tensors(network)
                .Where(named => named.Values is TensorValues.Float32)
                .Select(named => (named.Name, tensor(((TensorValues.Float32)named.Values).Elements, [.. named.Shape.Select(size => (long)size)]))));

    private void Play(IGan gan, StepDraws draws, string batchOf)
    {
        GeneratedGame.Step(
            gan,
            draws,
            (type, drawn) => Call(batchOf, type, drawn.contiguous().data<float>().ToArray()),
            type => Call(nameof(LabelsOf), type, Array.ConvertAll(draws.Labels!.data<long>().ToArray(), label => (int)label)));

        object Call(string method, Type type, object numbers) => typeof(OwnGame).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(type.GetGenericArguments())
            .Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, [numbers], CultureInfo.InvariantCulture)!;
    }

    private Labels<TClasses> LabelsOf<TClasses>(int[] labels)
        where TClasses : struct, IShape => new(labels);

    private Torch.Batch<TShape> OnTorch<TShape>(float[] numbers)
        where TShape : struct, IShape => Torch.Batch<TShape>.From(new HostBatch<TShape>(numbers));

    private Batch<TShape> OnOwn<TShape>(float[] numbers)
        where TShape : struct, IShape => Batch<TShape>.From(new HostBatch<TShape>(numbers), (ComputeDevice)GeneratedGame.Member(own, "Device")!);
}
