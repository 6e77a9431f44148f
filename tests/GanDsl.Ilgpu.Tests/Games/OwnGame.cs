using System.Globalization;
using System.Reflection;
using GanDsl.HandWritten;
using GanDsl.Parity;
using static TorchSharp.torch;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>A game on our own kernels and the same on libtorch, which takes over the first one's weights before each step: their reports must agree. Gradients and weights are those of our own kernels.</summary>
internal sealed class OwnGame(IGan own, IGan torch, Action<StepReport, StepReport> assertEqualReports) : IPlayedGame
{
    private static readonly (string Member, string Prefix)[] Trained =
        [("Generator", "G"), ("Discriminator", "D"), ("InverseGenerator", "InverseG"), ("InverseDiscriminator", "InverseD")];

    private static readonly (string Member, string Prefix)[] Averages = [("AverageGenerator", "AverageG"), ("AverageInverseGenerator", "AverageInverseG")];

    private static readonly string[] Augmentations = ["realAugmentation", "fakeAugmentation", "generatorAugmentation"];

    public void Step(StepDraws draws)
    {
        foreach (var (member, _) in Trained)
        {
            if (Member(torch, member) is Torch.TorchNetwork target) target.Load(((IlgpuNetwork)Member(own, member)!).State());
        }

        Play(torch, draws, nameof(OnTorch));
        Play(own, draws, nameof(OnOwn));
        assertEqualReports(torch.Report(), own.Report());
    }

    public IReadOnlyDictionary<string, Tensor> State() => Named([.. Trained, .. Averages], network => network.State());

    public IReadOnlyDictionary<string, Tensor> Gradients() => Named(Trained, network => network.Gradients());

    // Whoever made the games disposes of them.
    public void Dispose()
    {
    }

    private Dictionary<string, Tensor> Named((string Member, string Prefix)[] members, Func<IlgpuNetwork, IReadOnlyList<NamedTensor>> tensors) => members
        .Where(member => Member(own, member.Member) is not null)
        .SelectMany(member => tensors((IlgpuNetwork)Member(own, member.Member)!).Select(named => (Name: $"{member.Prefix}.{named.Name}", Named: named)))
        .Where(read => read.Named.Values is TensorValues.Float32)
        .ToDictionary(read => read.Name, read => tensor(((TensorValues.Float32)read.Named.Values).Elements, [.. read.Named.Shape.Select(size => (long)size)]));

    private static object? Member(IGan gan, string name) => gan.GetType().GetProperty(name)?.GetValue(gan);

    // The class that is declared emits this overload for itself, with all that its schedule, regularisers and augmentation draw.
    private void Play(IGan gan, StepDraws draws, string batchOf)
    {
        var step = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name == "Step").MaxBy(method => method.GetParameters().Length)!;
        var batches = step.GetParameters().Select(parameter => Batch(parameter, draws, batchOf)).ToArray();
        step.Invoke(gan, BindingFlags.DoNotWrapExceptions, binder: null, batches, CultureInfo.InvariantCulture);
        foreach (var batch in batches.OfType<IDisposable>()) batch.Dispose();
    }

    private object Batch(ParameterInfo parameter, StepDraws draws, string batchOf)
    {
        var given = parameter.Name switch
        {
            "labels" => null,
            "reals" => draws.Reals,
            "latents" or "sources" => draws.Latents,
            "generatorLatents" => draws.GeneratorLatents,
            "interpolation" => draws.Interpolation,
            "perturbation" => draws.Perturbation,
            var name when Array.IndexOf(Augmentations, name) is >= 0 and var which => draws.Augmentations[which],
            var name => throw new InvalidOperationException($"The step takes {name}, which nothing gives."),
        };
        return given is null
            ? Call(nameof(LabelsOf), Array.ConvertAll(draws.Labels!.data<long>().ToArray(), label => (int)label))
            : Call(batchOf, given.contiguous().data<float>().ToArray());

        object Call(string method, object numbers) => typeof(OwnGame).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments()).Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, [numbers], CultureInfo.InvariantCulture)!;
    }

    private Labels<TClasses> LabelsOf<TClasses>(int[] labels)
        where TClasses : struct, IShape => new(labels);

    private Torch.Batch<TShape> OnTorch<TShape>(float[] numbers)
        where TShape : struct, IShape => Torch.Batch<TShape>.From(new HostBatch<TShape>(numbers));

    private Batch<TShape> OnOwn<TShape>(float[] numbers)
        where TShape : struct, IShape => Batch<TShape>.From(new HostBatch<TShape>(numbers), (ComputeDevice)Member(own, "Device")!);
}
