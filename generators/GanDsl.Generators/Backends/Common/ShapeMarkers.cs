using GanDsl.Generators.Networks;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>The marker structs of all shapes that an assembly's networks take and return, each once.</summary>
internal static class ShapeMarkers
{
    public const string HintName = "GanDsl.Shapes.g.cs";

    /// <param name="shapes">The shapes, each once, in order.</param>
    /// <param name="namespace">Their namespace.</param>
    public static string Write(EquatableArray<Shape> shapes, string @namespace)
    {
        var writer = GeneratedType.Header("GanDsl wrote the shapes that this assembly's networks take and return.");
        writer.Line($"global using {@namespace};").Line();
        using (writer.Open($"namespace {@namespace}"))
        {
            for (var i = 0; i < shapes.Count; i++)
            {
                if (i > 0) writer.Line();
                WriteMarker(writer, shapes[i]);
            }
        }

        return writer.ToString();
    }

    /// <summary>A shape's marker anywhere in code, as a network's surface names it.</summary>
    public static string MarkerOf(this Network network, Shape shape) => $"global::{network.Type.Shapes}.{shape.Marker}";

    /// <summary>The input's marker.</summary>
    public static string InputMarker(this Network network) => network.MarkerOf(network.Input);

    /// <summary>The output's marker.</summary>
    public static string OutputMarker(this Network network) => network.MarkerOf(network.Output);

    /// <summary>The marker of the labels' one-hot rows.</summary>
    public static string LabelMarker(this Network network) => network.MarkerOf(network.Label!.Value);

    /// <summary>The sources' marker.</summary>
    public static string SourceMarker(this Network network) => network.MarkerOf(network.Source!.Value);

    /// <summary>The marker of one number a sample.</summary>
    public static string NumberMarker(this Network network) => network.MarkerOf(Shape.Of(1));

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
