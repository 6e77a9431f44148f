using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends;

/// <summary>The marker structs of all shapes that an assembly's networks take and give, each once.</summary>
internal static class ShapeMarkers
{
    public const string HintName = "GanDsl.Shapes.g.cs";

    public static string Write(IEnumerable<Shape> shapes, string @namespace)
    {
        var writer = GeneratedType.Header("GanDsl wrote the shapes that this assembly's networks take and give.");
        writer.Line($"global using {@namespace};").Line();
        using (writer.Open($"namespace {@namespace}"))
        {
            var distinct = shapes.Distinct().OrderBy(shape => shape.Marker, StringComparer.Ordinal).ToList();
            for (var i = 0; i < distinct.Count; i++)
            {
                if (i > 0) writer.Line();
                WriteMarker(writer, distinct[i]);
            }
        }

        return writer.ToString();
    }

    private static void WriteMarker(CodeWriter writer, Shape shape)
    {
        writer.Doc($"<summary>The shape {shape}: {Numbers.Count(shape.Elements, "number")} a sample.</summary>");
        using (writer.Open($"public readonly struct {shape.Marker} : global::GanDsl.IShape"))
        {
            writer.Doc("<inheritdoc/>");
            writer.Line($"public static global::System.ReadOnlySpan<int> Dimensions => [{Numbers.List(shape.Dimensions)}];").Line();
            writer.Doc("<inheritdoc/>");
            writer.Line($"public static int Elements => {Numbers.Literal(shape.Elements)};");
        }
    }
}
