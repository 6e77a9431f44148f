using System.Reflection;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>Every declared network of this project.</summary>
internal static class DeclaredNames
{
    /// <summary>The classes, by name.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = typeof(DeclaredNames).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<GeneratorAttribute>() is not null || type.GetCustomAttribute<DiscriminatorAttribute>() is not null)
        .ToDictionary(type => type.FullName!);

    /// <summary>The generated network of one.</summary>
    public static TorchNetwork Generated(string name) => (TorchNetwork)Activator.CreateInstance(All[name].GetNestedType("Torch")!, 1L, CPU)!;

    /// <summary>Whether it draws masks in train mode, where no reference can follow it.</summary>
    public static bool Drops(string name) => Layers(All[name]).Any(layer => layer is DropoutAttribute { P: > 0 } or Dropout2dAttribute { P: > 0 });

    /// <summary>Whether its passes draw in train mode: masks, or noise.</summary>
    public static bool Draws(Type network) =>
        Layers(network).Any(layer => layer is NoiseAttribute or DropoutAttribute { P: > 0 } or Dropout2dAttribute { P: > 0 });

    private static IEnumerable<LayerAttribute> Layers(Type type) => type.GetCustomAttributes<LayerAttribute>()
        .SelectMany(layer => layer.GetType().IsGenericType ? Layers(layer.GetType().GetGenericArguments()[0]) : [layer]);
}
