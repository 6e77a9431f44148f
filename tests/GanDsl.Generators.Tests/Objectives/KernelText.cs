using System.Reflection;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Tests.Objectives;

/// <summary>Expressions as kernels print them, in a culture with commas, compiled with the kernel library: what runs is the text.</summary>
internal sealed class KernelText
{
    private readonly Dictionary<string, Func<float, float>> functions;

    private KernelText(Dictionary<string, Func<float, float>> functions) => this.functions = functions;

    public Func<float, float> this[string key] => functions[key];

    public static KernelText Compile(IEnumerable<(string Key, Scalar Expression)> expressions)
    {
        var all = expressions.ToList();
        var methods = HostileCulture.Run(() => string.Join('\n', all.Select((expression, i) =>
            $"    public static float F{Numbers.Plain(i)}(float x) => {ScalarText.Kernel(expression.Expression, _ => "x")};")));
        var type = Load($"using GanDslKernels = global::GanDsl.Ilgpu.Kernels;\n\npublic static class Printed\n{{\n{methods}\n}}\n");
        return new(all.Select((expression, i) => (expression.Key, Function: type.GetMethod($"F{Numbers.Plain(i)}")!.CreateDelegate<Func<float, float>>()))
            .ToDictionary(pair => pair.Key, pair => pair.Function));
    }

    /// <summary>The type <c>Printed</c> of a source over both backends' packages.</summary>
    internal static Type Load(string source)
    {
        using var stream = new MemoryStream();
        var result = GanCompilation.Create(source, Packages.All).Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(stream.ToArray()).GetType("Printed")!;
    }
}
