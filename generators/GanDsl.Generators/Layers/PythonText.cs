using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A layer as Python over PyTorch: a module, or an expression where there is none.</summary>
/// <param name="Module">The module's constructor call: <c>nn.Linear(100, 64)</c>.</param>
/// <param name="Expression">The expression in place of a module: <c>{0} + {1}</c>, its inputs by number.</param>
/// <param name="Classes">Classes for modules that PyTorch lacks; each text is written once.</param>
internal sealed record PythonText(string? Module, string? Expression = null, EquatableArray<string> Classes = default)
{
    public static PythonText Of(string module, params string[] classes) => new(module, Classes: classes.ToEquatableArray());

    /// <summary>A function of the layer's inputs.</summary>
    public static PythonText Computed(string expression) => new(null, expression);

    public static string Flag(bool value) => value ? "True" : "False";

    public static string Tuple(IReadOnlyList<int> numbers) => $"({Numbers.List(numbers.ToEquatableArray())}{(numbers.Count == 1 ? "," : "")})";
}
