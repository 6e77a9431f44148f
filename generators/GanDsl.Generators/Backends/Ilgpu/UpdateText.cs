using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>A player's update as the body of a kernel's strategy: its lines as statements over floats.</summary>
internal static class UpdateText
{
    private const string Kernels = Strategy.Library;

    private static readonly string[] Slots = ["A", "B", "C", "D"];

    /// <summary>The members of the strategy struct.</summary>
    public static string[] Of(PlayerUpdate update)
    {
        var slots = update.Slots.Select(Name).ToList();
        var lines = new List<string>
        {
            "var p = element.Parameter;",
            "var g = element.Gradient;",
        };
        lines.AddRange(slots.Select((slot, i) => $"var {slot} = element.{Slots[i]};"));
        lines.AddRange(update.Lines.Select(line => $"{Name(update.NameOf(line.Variable))} = {Expression(line.Value, update)};"));
        lines.Add($"return new({string.Join(", ", new[] { "p", "g" }.Concat(slots))});");
        return
        [
            $"public static int Slots => {Numbers.Plain(slots.Count)};\n",
            $"public static bool Clips => {Numbers.Literal(update.Clip is not null)};\n",
            $"public static {Kernels}::Element Apply({Kernels}::Element element, {Kernels}::UpdateNumbers by)",
            "{",
            .. lines.Select(line => "    " + line),
            "}",
        ];
    }

    /// <summary>The update as formulas, one per line.</summary>
    public static string Mathematics(PlayerUpdate update) =>
        string.Join("; ", update.Lines.Select(
            line => $"{Name(update.NameOf(line.Variable))} ← {ScalarText.Math(line.Value, leaf => Name(update.NameOf(((Scalar.Variable)leaf).Index)))}"));

    private static string Expression(Scalar scalar, PlayerUpdate update) => ScalarText.Kernel(scalar, leaf =>
    {
        var index = ((Scalar.Variable)leaf).Index;
        return UpdateVariables.NumberOf(index) is { } number ? $"by.{Slots[number]}"
            : leaf == UpdateVariables.ClipFactor ? "element.Clip"
            : Name(update.NameOf(index));
    });

    // exp_avg_sq → expAvgSq
    private static string Name(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(Names.Pascal));
    }
}
