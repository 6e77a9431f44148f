using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>The kernels of a generated class, each once, as fields.</summary>
internal sealed class KernelFields
{
    private readonly Dictionary<string, (string Field, string Arguments)> fieldsByMethod = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>The field of a kernel.</summary>
    /// <param name="value">The value that it computes; the field is named after it.</param>
    /// <param name="method">The method of the kernel library, with its strategies.</param>
    /// <param name="arguments">The type of its arguments.</param>
    public string Of(string value, string method, string arguments)
    {
        if (fieldsByMethod.TryGetValue(method, out var known)) return known.Field;
        var field = value + "Kernel";
        while (!names.Add(field)) field += "_";
        fieldsByMethod.Add(method, (field, arguments));
        return field;
    }

    public void WriteFields(CodeWriter writer)
    {
        foreach (var (field, arguments) in fieldsByMethod.Values)
            writer.Line($"private readonly global::GanDsl.Ilgpu.Kernel<{Strategies.Kernels}::{arguments}> {field};");
    }

    public void WriteLoads(CodeWriter writer)
    {
        foreach (var kernel in fieldsByMethod)
        {
            writer.Line($"{kernel.Value.Field} = device.Load<{Strategies.Kernels}::{kernel.Value.Arguments}>({Strategies.Kernels}::{kernel.Key});");
        }
    }
}
