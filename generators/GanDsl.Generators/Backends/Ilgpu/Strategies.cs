using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>
/// The small structs that the kernels of a network or game are specialised by: sizes, named by their numbers, and expressions, named by what they compute. Each
/// method returns the name by which launches call one.
/// </summary>
internal sealed partial class Strategies
{
    private const string Kernels = Strategy.Library;

    private readonly Dictionary<string, Strategy> structs = new(StringComparer.Ordinal);

    /// <summary>The structs so far.</summary>
    public IEnumerable<Strategy> All => structs.Values;

    /// <summary>Whether an expression depends on the channel or the sample; else the shape that it is applied to does not matter.</summary>
    public bool DependsOnPlace(string name) => structs[name.Substring(Strategy.Own.Length + 2)].Members
        .Any(member => member.Contains("at.Channel") || member.Contains("at.Sample"));

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

    /// <param name="formulas">A few numbers from the inputs.</param>
    /// <param name="isOfSample">For each input, whether every sample has its own numbers.</param>
    public string Formulas(Formulas formulas, bool[] isOfSample)
    {
        var lines = formulas.Lines.Select(line => $"    var {line.Name} = {ScalarText.Kernel(line.Value, leaf => formulas.NameOf(leaf, Input))};");
        var results = formulas.Results.Select((line, i) => $"    results[{Numbers.Plain(i)}] = {formulas.Lines[line].Name};");
        return Hashed(
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

    /// <summary>An expression of a contraction's sum.</summary>
    public string Epilogue(Scalar scalar, Expressions expressions)
    {
        var text = expressions.Of(scalar);
        var name = expressions.NameOf(scalar, text);
        return Struct(
            name.Contains("Sum") ? name : "Sum" + name,
            ScalarText.Math(scalar),
            "IEpilogue",
            [$"public static float Apply(float sum, {Kernels}::Place at, {Kernels}::Operands operands) => {text};"]);
    }

    /// <summary>An expression for each element.</summary>
    public string Map(Scalar scalar, Expressions expressions)
    {
        var text = expressions.Of(scalar);
        return Struct(
            (scalar is Scalar.Constant ? "Constant" : scalar.Operands.Any() ? "" : "Only") + expressions.NameOf(scalar, text),
            ScalarText.Math(scalar),
            "IMap",
            [$"public static float Apply({Kernels}::Place at, {Kernels}::Operands operands) => {text};"]);
    }

    /// <summary>The terms of sums.</summary>
    public string Terms(IReadOnlyList<Scalar> terms, Expressions expressions)
    {
        var texts = terms.Select(expressions.Of).ToList();
        return Struct(
            ExpressionNames.OfTerms(terms, [.. terms.Select((term, i) => expressions.NameOf(term, texts[i]))], string.Join("\n", texts)),
            string.Join(" | ", terms.Select(ScalarText.Math)),
            "ITerms",
            [
                Number("Count", terms.Count),
                $"public static {Kernels}::Sums Apply({Kernels}::Place at, {Kernels}::Operands operands) => new({string.Join(", ", texts)});",
            ]);
    }

    /// <summary>The update of one parameter.</summary>
    public string Update(string optimizer, string mathematics, string[] members) => Hashed(optimizer, mathematics, "IUpdate", members);

    private string Shape(string name, string @interface, params (string Name, int Value)[] numbers) =>
        Struct(name, Comment(@interface), @interface, [.. numbers.Select(number => Number(number.Name, number.Value))]);

    private static string Comment(string @interface) => @interface switch
    {
        "ILinear" => "A dense layer's sizes.",
        "IConvolution" => "A window and the pictures on both sides of it.",
        "IMatrix" => "A weight as spectral norm reads it.",
        _ => "The shape of a sample.",
    };

    /// <summary>A struct whose name cannot say all of it.</summary>
    private string Hashed(string name, string comment, string @interface, string[] members) =>
        Struct($"{name}_{ExpressionNames.Hash(string.Join("\n", members))}", comment, @interface, members);

    private string Struct(string name, string comment, string @interface, string[] members)
    {
        if (!structs.ContainsKey(name)) structs.Add(name, new Strategy(name, comment, @interface, members.ToEquatableArray()));
        return $"{Strategy.Own}::{name}";
    }

    private static string Number(string name, int value) => $"public static int {name} => {Numbers.Literal((long)value)};";

    // Everything that differs from its default, so that names tell windows apart.
    private static string Name(Window window) =>
        $"K{Name(window.Kernel)}S{Name(window.Stride)}P{Name(window.Padding)}"
        + (window.Dilation == new Pair(1, 1) ? "" : $"D{Name(window.Dilation)}")
        + (window.Groups == 1 ? "" : $"G{Numbers.Plain(window.Groups)}");

    private static string Name(Pair pair) => pair.IsSquare ? Numbers.Plain(pair.Height) : $"{Numbers.Plain(pair.Height)}x{Numbers.Plain(pair.Width)}";
}
