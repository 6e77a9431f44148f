using System.Globalization;
using System.Reflection;
using GanDsl.HandWritten;
using GanDsl.Parity;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>A generated game over two pairs on libtorch, whatever its shapes, under the names of <see cref="TwoPairReference"/>.</summary>
internal sealed class TwoPairTestGame(IGan gan) : IPlayedGame
{
    private static readonly string[] Players = ["Generator", "InverseGenerator", "Discriminator", "InverseDiscriminator"];

    private static readonly string[] Averages = ["AverageGenerator", "AverageInverseGenerator"];

    private readonly MethodInfo step = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Single(method => method.Name == "Step");

    public void Step(StepDraws draws)
    {
        var types = step.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        step.Invoke(
            gan,
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            [Activator.CreateInstance(types[0], draws.Reals), Activator.CreateInstance(types[1], draws.Latents)],
            CultureInfo.InvariantCulture);
    }

    public IReadOnlyDictionary<string, Tensor> State() => Named([.. Players, .. Averages], network => network.NamedParameters.Concat(network.NamedBuffers));

    public IReadOnlyDictionary<string, Tensor> Gradients() => Named(Players, network => network.NamedGradients);

    public void Dispose() => gan.Dispose();

    private Dictionary<string, Tensor> Named(IEnumerable<string> members, Func<TorchNetwork, IEnumerable<(string Name, Tensor Value)>> tensors) => members
        .Select(member => (Name: member, Network: (TorchNetwork?)gan.GetType().GetProperty(member)?.GetValue(gan)))
        .Where(member => member.Network is not null)
        .SelectMany(member => tensors(member.Network!).Select(tensor => (Name: $"{member.Name}.{tensor.Name}", tensor.Value)))
        .ToDictionary(named => named.Name, named => named.Value);
}
