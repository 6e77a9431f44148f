using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Enlarges pictures. Enlarges sequences too, by one number. PyTorch: nn.Upsample, mode nearest, or bilinear with align_corners false.</summary>
internal sealed record Upsample(Pair Scale, bool IsBilinear, string? ArgumentProblem) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        var (scale, mode) = (values.Ints("scale", 0), values.Int("mode"));
        var problem = AtLeast("scale", scale, 1) ?? (mode is 0 or 1 ? null : $"mode is {Numbers.Plain(mode)}; it must be one of UpsampleMode's");
        return new Upsample(problem is null ? Pair.From(scale) : default, mode == 1, problem);
    }

    public override string Name => "Upsample";

    public override string Description =>
        ArgumentProblem is not null ? Name : $"Upsample({(Scale.IsSquare ? Numbers.Plain(Scale.Height) : Scale.ToString())}{(IsBilinear ? ", bilinear" : "")})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => ArgumentProblem;

    public override Fit Fit(Shape input)
    {
        if (input.Rank == 2 && IsBilinear)
            return Fails(LayerRules.Rank, "it interpolates between the pixels of pictures (N, channels, height, width); use mode Nearest here");
        if (input.Rank == 2 && !Scale.IsSquare)
            return Fails(LayerRules.Rank, $"its scale {Scale} is of pictures (N, channels, height, width); use one number here");
        if (!input.HasPixels)
            return Fails(LayerRules.Rank, "it takes sequences (N, channels, length) or pictures (N, channels, height, width); put [Reshape] before it");
        var directions = input.Rank - 1;
        var (height, width) = (directions == 1 ? 1L : (long)input.Height * Scale.Height, (long)input.AsPicture.Width * Scale.Width);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "it makes a picture of more pixels than can be counted; use a smaller scale")
            : GivesPixels(directions, input.Channels, height, width);
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of(IsBilinear
        ? $"nn.Upsample(scale_factor={Scale.Python}, mode=\"bilinear\", align_corners=False)"
        : $"nn.Upsample(scale_factor={Scale.Python})");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        input.Rank == 2 ? new($"{Name}({names.Input}, length: {Numbers.Plain(Scale.Width)})")
        : new($"{(IsBilinear ? "UpsampleBilinear" : Name)}({names.Input}, height: {Numbers.Plain(Scale.Height)}, width: {Numbers.Plain(Scale.Width)})");

    public override Value Lower(Lowering at, Value input)
    {
        var extent = Extent.Of(input.Extent.Batches, at.Output.AsPicture);
        if (!IsBilinear)
        {
            var picture = at.Builder.Reshape(input, at.Input.AsPicture, at.Name("Picture"));
            var scale = at.Input.Rank == 2 ? new Pair(1, Scale.Width) : Scale;
            return at.Builder.Reshape(at.Builder.Add(new Operation.Upsample(scale), [picture], extent, at.Name()), at.Output, at.Name());
        }

        // The border's pixel is repeated beyond the border; then the weights of two pixels are a triangle filter.
        var padded = Shape.Of(at.Input.Channels, at.Input.Height + 2, at.Input.Width + 2);
        var filled = at.Builder.Add(
            new Operation.Pad(PaddingMode.Replicate, new Pair(1, 1)), [input], Extent.Of(input.Extent.Batches, padded), at.Name("Padded"));
        return at.Builder.Resample(
            filled,
            Band.Fir.Triangle(Scale.Height, padded.Height, extent.Shape.Height),
            Band.Fir.Triangle(Scale.Width, padded.Width, extent.Shape.Width),
            at.Name());
    }
}
