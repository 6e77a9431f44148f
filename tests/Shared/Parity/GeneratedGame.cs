using System.Globalization;
using System.Reflection;
using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>What generated games of every shape, schedule and backend have alike, found by name.</summary>
internal static class GeneratedGame
{
    /// <summary>The members that hold the networks that are trained, and the prefixes under which parity knows their tensors: <c>G.0.weight</c>.</summary>
    public static readonly IReadOnlyList<(string Member, string Prefix)> Trained =
        [("Generator", "G"), ("Discriminator", "D"), ("InverseGenerator", "InverseG"), ("InverseDiscriminator", "InverseD")];

    /// <summary>The same for averages.</summary>
    public static readonly IReadOnlyList<(string Member, string Prefix)> Averages =
        [("AverageGenerator", "AverageG"), ("AverageInverseGenerator", "AverageInverseG")];

    /// <summary>What a member holds; nothing where the game has none.</summary>
    public static object? Member(IGan gan, string name) => gan.GetType().GetProperty(name)?.GetValue(gan);

    /// <summary>Tensors of those networks that the game has, by prefix and name.</summary>
    /// <typeparam name="TNetwork">The backend's networks.</typeparam>
    /// <param name="gan">The game.</param>
    /// <param name="members">Which networks.</param>
    /// <param name="tensors">Which of a network's tensors.</param>
    public static Dictionary<string, Tensor> Named<TNetwork>(
        IGan gan, IEnumerable<(string Member, string Prefix)> members, Func<TNetwork, IEnumerable<(string Name, Tensor Value)>> tensors)
        where TNetwork : class => members
        .Select(member => (member.Prefix, Network: (TNetwork?)Member(gan, member.Member)))
        .Where(member => member.Network is not null)
        .SelectMany(member => tensors(member.Network!).Select(tensor => (Name: $"{member.Prefix}.{tensor.Name}", tensor.Value)))
        .ToDictionary(named => named.Name, named => named.Value);

    /// <summary>Calls the step that takes all that a step may draw.</summary>
    /// <param name="gan">The game.</param>
    /// <param name="draws">What is drawn.</param>
    /// <param name="batch">Makes a batch of the parameter's type.</param>
    /// <param name="labels">Makes the labels of the parameter's type, in games with classes.</param>
    public static void Step(IGan gan, StepDraws draws, Func<Type, Tensor, object> batch, Func<Type, object> labels)
    {
        // The class that is declared emits this overload for itself.
        var step = gan.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name == "Step")
            .MaxBy(method => method.GetParameters().Length)!;
        var given = step.GetParameters()
            .Select(parameter => draws.Of(parameter.Name!) is { } drawn ? batch(parameter.ParameterType, drawn) : labels(parameter.ParameterType)).ToArray();
        step.Invoke(gan, BindingFlags.DoNotWrapExceptions, binder: null, given, CultureInfo.InvariantCulture);
        foreach (var made in given.OfType<IDisposable>()) made.Dispose();
    }
}
