using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>
/// The small structs of a generated class that kernels are made for: shapes, named by their numbers, and expressions, named by the first value that they
/// compute. Equal structs are declared once, so that equal launches share a compiled kernel.
/// </summary>
internal sealed partial class Strategies
{
    private readonly Dictionary<string, string> namesByText = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Comment, string Interface, string[] Members)> structs = [];

    public string Form(Trilinear form) => form switch
    {
        Trilinear.Linear(var inputs, var outputs) => Shape(
            $"Linear{Numbers.Plain(inputs)}To{Numbers.Plain(outputs)}", "ILinear", ("Inputs", inputs), ("Outputs", outputs)),
        Trilinear.Convolution(var large, var small, var window) => Shape(
            $"Window{Numbers.List(large.Dimensions, "x")}To{Numbers.List(small.Dimensions, "x")}{Name(window)}",
            "IConvolution",
            ("LargeChannels", large.Channels),
            ("LargeHeight", large.Height),
            ("LargeWidth", large.Width),
            ("SmallChannels", small.Channels),
            ("SmallHeight", small.Height),
            ("SmallWidth", small.Width),
            ("KernelHeight", window.Kernel.Height),
            ("KernelWidth", window.Kernel.Width),
            ("StrideHeight", window.Stride.Height),
            ("StrideWidth", window.Stride.Width),
            ("PaddingHeight", window.Padding.Height),
            ("PaddingWidth", window.Padding.Width),
            ("DilationHeight", window.Dilation.Height),
            ("DilationWidth", window.Dilation.Width),
            ("Groups", window.Groups)),
        _ => throw new InvalidOperationException($"No shape is written for {form.GetType().Name}."),
    };

    public string Extent(int channels, int pixels) => Shape(
        $"Extent{Numbers.Plain(channels)}x{Numbers.Plain(pixels)}", "IExtent", ("Channels", channels), ("Pixels", pixels));

    public string Matrix(WeightMatrix matrix) => Shape(
        $"Matrix{Numbers.Plain(matrix.Batches)}x{Numbers.Plain(matrix.Rows)}x{Numbers.Plain(matrix.Pixels)}",
        "IMatrix",
        ("Batches", matrix.Batches),
        ("Rows", matrix.Rows),
        ("Pixels", matrix.Pixels));

    public string Padding(PaddingMode mode, Shape picture, Pair amount) => Struct(
        $"Pad{Numbers.List(picture.Dimensions, "x")}By{Numbers.Plain(amount.Height)}x{Numbers.Plain(amount.Width)}{mode}",
        $"How a picture {picture} is padded.",
        "IPad",
        [
            Number("Channels", picture.Channels),
            Number("Height", picture.Height),
            Number("Width", picture.Width),
            Number("Top", amount.Height),
            Number("Bottom", amount.Height),
            Number("Left", amount.Width),
            Number("Right", amount.Width),
            $"public static global::GanDsl.PaddingMode Mode => global::GanDsl.PaddingMode.{mode};",
        ]);

    public string Upsampling(Shape picture, Pair scale) => Struct(
        $"Upsample{Numbers.List(picture.Dimensions, "x")}By{Name(scale)}",
        $"How a picture {picture} is enlarged.",
        "IUpsample",
        [
            Number("Channels", picture.Channels), Number("Height", picture.Height), Number("Width", picture.Width), Number("ScaleHeight", scale.Height),
            Number("ScaleWidth", scale.Width),
        ]);

    public string Pool(Shape picture, Window window) => Struct(
        $"Pool{Numbers.List(picture.Dimensions, "x")}{Name(window)}",
        $"Windows over a picture {picture}.",
        "IPool",
        [
            Number("Channels", picture.Channels),
            Number("Height", picture.Height),
            Number("Width", picture.Width),
            Number("KernelHeight", window.Kernel.Height),
            Number("KernelWidth", window.Kernel.Width),
            Number("StrideHeight", window.Stride.Height),
            Number("StrideWidth", window.Stride.Width),
            Number("PaddingHeight", window.Padding.Height),
            Number("PaddingWidth", window.Padding.Width),
        ]);

    public string Augment(Shape picture, Pair amount, int draws, int column) => Struct(
        $"Augment{Numbers.List(picture.Dimensions, "x")}By{Numbers.Plain(amount.Height)}x{Numbers.Plain(amount.Width)}Of{Numbers.Plain(column)}",
        $"How a picture {picture} is changed by its draws.",
        "IAugment",
        [
            Number("Channels", picture.Channels),
            Number("Height", picture.Height),
            Number("Width", picture.Width),
            Number("Rows", amount.Height),
            Number("Columns", amount.Width),
            Number("Draws", draws),
            Number("Column", column),
        ]);

    public string Warp(Shape picture, int numbers, int column) => Struct(
        $"Warp{Numbers.List(picture.Dimensions, "x")}Of{Numbers.Plain(column)}",
        $"Where a picture {picture} is read.",
        "IWarp",
        [Number("Channels", picture.Channels), Number("Height", picture.Height), Number("Width", picture.Width), Number("Numbers", numbers),
            Number("Column", column)]);

    /// <param name="value">What is computed.</param>
    /// <param name="formulas">How.</param>
    /// <param name="isOfSample">For each input, whether every sample has its own numbers.</param>
    public string Formulas(string value, Formulas formulas, bool[] isOfSample)
    {
        var lines = formulas.Lines.Select(line => $"    var {line.Name} = {ScalarText.Kernel(line.Value, leaf => formulas.NameOf(leaf, Input))};");
        var results = formulas.Results.Select((line, i) => $"    results[{Numbers.Plain(i)}] = {formulas.Lines[line].Name};");
        return Expression(
            value,
            "Formulas",
            "A few numbers from the inputs, line by line.",
            "IFormulas",
            [
                $"public static int Results => {Numbers.Plain(formulas.Results.Count)};\n",
                $"public static void Apply(int sample, {Kernels}::Operands operands, global::ILGPU.ArrayView<float> results)",
                "{",
                .. lines,
                .. results,
                "}",
            ]);

        string Input(int input, int element) =>
            $"operands.{(char)('A' + input)}({(isOfSample[input] ? $"(sample * {Numbers.Plain(formulas.Inputs[input])}) + " : "")}{Numbers.Plain(element)})";
    }

    public string Epilogue(string value, string mathematics, string expression) => Expression(
        value, "Epilogue", mathematics, "IEpilogue",
        [$"public static float Apply(float sum, {Kernels}::Place at, {Kernels}::Operands operands) => {expression};"]);

    public string Map(string value, string mathematics, string expression) => Expression(
        value, "Map", mathematics, "IMap", [$"public static float Apply({Kernels}::Place at, {Kernels}::Operands operands) => {expression};"]);

    public string Terms(string value, string mathematics, IReadOnlyList<string> expressions) => Expression(
        value,
        "Terms",
        mathematics,
        "ITerms",
        [
            Number("Count", expressions.Count),
            $"public static {Kernels}::Sums Apply({Kernels}::Place at, {Kernels}::Operands operands) => new({string.Join(", ", expressions)});",
        ]);

    public string Update(string optimizer, string mathematics, string[] members) => Expression(optimizer, "Update", mathematics, "IUpdate", members);

    /// <summary>The alias under which generated files know the namespace of the kernel library.</summary>
    public const string Kernels = "GanDslKernels";

    public void Write(CodeWriter writer)
    {
        foreach (var (name, comment, @interface, members) in structs)
        {
            writer.Line().Line($"// {comment}");
            using (writer.Open($"private readonly struct {name} : {Kernels}::{@interface}"))
            {
                foreach (var member in members) writer.Line(member);
            }
        }
    }

    private string Shape(string name, string @interface, params (string Name, int Value)[] numbers) =>
        Struct(name, Comment(@interface), @interface, [.. numbers.Select(number => Number(number.Name, number.Value))]);

    private static string Comment(string @interface) => @interface switch
    {
        "ILinear" => "A dense layer's sizes.",
        "IConvolution" => "A window and the pictures on both sides of it.",
        "IMatrix" => "A weight as spectral norm reads it.",
        _ => "The shape of a sample.",
    };

    private string Expression(string value, string kind, string mathematics, string @interface, string[] members)
    {
        var text = @interface + string.Join("\n", members);
        if (namesByText.TryGetValue(text, out var known)) return known;
        var name = Names.Pascal(value) + kind;
        while (names.Contains(name)) name += "_";
        namesByText.Add(text, name);
        return Struct(name, mathematics, @interface, members);
    }

    private string Struct(string name, string comment, string @interface, string[] members)
    {
        if (names.Add(name)) structs.Add((name, comment, @interface, members));
        return name;
    }

    private static string Number(string name, int value) => $"public static int {name} => {Numbers.Literal((long)value)};";

    // Everything that differs from its default, so that names tell windows apart.
    private static string Name(Window window) =>
        $"K{Name(window.Kernel)}S{Name(window.Stride)}P{Name(window.Padding)}"
        + (window.Dilation == new Pair(1, 1) ? "" : $"D{Name(window.Dilation)}")
        + (window.Groups == 1 ? "" : $"G{Numbers.Plain(window.Groups)}");

    private static string Name(Pair pair) => pair.IsSquare ? Numbers.Plain(pair.Height) : $"{Numbers.Plain(pair.Height)}x{Numbers.Plain(pair.Width)}";
}
