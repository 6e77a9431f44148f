using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>The names that a layer's Torch text may use.</summary>
/// <param name="Input">The variable that holds the layer's input.</param>
/// <param name="Id">The layer's position, a suffix of its fields' names.</param>
/// <param name="Tapped">The variable of the activation that it joins, if it joins one.</param>
/// <param name="Normalised">The weights that are spectrally normalised before it reads them.</param>
/// <param name="Scaled">The parameters that are multiplied before it reads them.</param>
internal sealed record TorchNames(
    string Input, string Id, string Tapped = "", EquatableArray<string> Normalised = default, EquatableArray<string> Scaled = default)
{
    /// <summary>How a parameter is read: as the pass decides, or as a constant.</summary>
    public string Handle { get; init; } = ByMode;

    /// <summary>The handle that the pass chooses.</summary>
    public const string ByMode = "[mode]";

    /// <summary>The handle without autograd.</summary>
    public const string Constant = ".Frozen";

    /// <summary>A parameter as the current pass reads it.</summary>
    public string Parameter(string name) => Normalised.Contains(name) ? Divided(name) : Scaled.Contains(name) ? Multiplied(name) : Field(name) + Handle;

    /// <summary>The variable of a parameter multiplied by its gain.</summary>
    public string Multiplied(string name) => Field($"scaled{Layers.Parameter.Capital(name)}");

    /// <summary>The variable of a weight divided by its largest singular value.</summary>
    public string Divided(string name) => Field($"spectral{Layers.Parameter.Capital(name)}");

    /// <summary>A parameter if the layer has it, else null.</summary>
    public string Parameter(string name, bool exists) => exists ? Parameter(name) : "null";

    /// <summary>A field if the layer has it, else null.</summary>
    public string Field(string name, bool exists) => exists ? Field(name) : "null";

    /// <summary>A field of the generated class that belongs to the layer.</summary>
    public string Field(string name) => $"{Layers.Parameter.Identifier(SpectralNorm.Weight(name) ?? name)}{Id}";
}

/// <summary>A layer as C# over TorchSharp. The functions are those of the runtime's TorchNetwork.</summary>
/// <param name="Expression">Computes the output as a new tensor.</param>
/// <param name="InPlace">A statement that turns the input into the output, or null if there is none.</param>
/// <param name="IsView">Whether the output shares the input's memory.</param>
/// <param name="Field">A field that the expression reads, without its modifiers, or null.</param>
internal sealed record TorchText(string Expression, string? InPlace = null, bool IsView = false, string? Field = null)
{
    /// <summary>The field that a convolution's expression reads.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="window">What it holds.</param>
    /// <param name="outputPadding">Of a transposed convolution; else null.</param>
    public static string WindowField(string name, Window window, Pair? outputPadding = null) =>
        $"global::GanDsl.Torch.Window {name} = new(stride: {window.Stride.Literal}, padding: {window.Padding.Literal}, dilation: {window.Dilation.Literal}, "
        + $"groups: {Numbers.Plain(window.Groups)}{(outputPadding is { } padding ? $", outputPadding: {padding.Literal}" : "")});";
}
