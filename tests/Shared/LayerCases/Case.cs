using GanDsl.Declared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

/// <summary>
/// All that the tests need to know of one layer: networks and games are declared beside it in its file, it says what libtorch's own modules for those networks
/// are, and what the layer computes. Suites enumerate the cases: libtorch's modules, the reference of declared networks, our own kernels, ONNX, PyTorch; the
/// generator's suites read the file (central differences, penalties, diagnostics, random declarations).
/// </summary>
/// <param name="Layer">The layer's attribute.</param>
/// <param name="Networks">Networks of flat latents, each with libtorch's own modules in the same order, so that the names of their weights agree.</param>
internal abstract record Case(Type Layer, IReadOnlyDictionary<Type, Func<Module<Tensor, Tensor>>> Networks) : ILayerReference
{
    /// <summary>The cases of this project.</summary>
    public static IReadOnlyList<Case> All { get; } =
        [.. typeof(Case).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Case)) && !type.IsAbstract)
            .Select(type => (Case)Activator.CreateInstance(type)!)];

    /// <summary>The games that are declared beside cases.</summary>
    public static IReadOnlyList<Type> Games { get; } =
        [.. typeof(Case).Assembly.GetTypes().Where(type => type.Namespace == typeof(Case).Namespace && DeclaredGame.IsDeclaredBy(type))];

    public abstract Tensor Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Signals signals);
}

/// <summary>The case of a layer.</summary>
/// <param name="Reference">What it computes: of the layer, its weights, its input and the pass.</param>
/// <param name="Modules">Networks, and libtorch's own modules for each.</param>
internal abstract record Case<TLayer>(
    Func<TLayer, DeclaredLayer, Tensor, Signals, Tensor> Reference, Dictionary<Type, Func<Module<Tensor, Tensor>>> Modules) : Case(typeof(TLayer), Modules)
    where TLayer : LayerAttribute
{
    public sealed override Tensor Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Signals signals) => Reference((TLayer)layer, at, x, signals);
}

/// <summary>A layer of which libtorch has no module.</summary>
internal sealed class Applied(Func<Tensor, Tensor> function) : Module<Tensor, Tensor>(nameof(Applied))
{
    public override Tensor forward(Tensor input) => function(input);
}

/// <summary>The layer may stand on samples of any shape, which it keeps: random networks have it, as it is written here.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class FitsAttribute(string layer) : Attribute
{
    public string Layer => layer;
}

/// <summary>A layer that does not fit, and what is said of it.</summary>
/// <param name="rule">The diagnostic's id.</param>
/// <param name="layer">The layer as it is written.</param>
/// <param name="on">The shape of the samples that it is written on: <c>"4, 9"</c>.</param>
/// <param name="problem">How the message ends.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RefusesAttribute(string rule, string layer, string on, string problem) : Attribute
{
    public string Rule => rule;

    public string Layer => layer;

    public string On => on;

    public string Problem => problem;
}
