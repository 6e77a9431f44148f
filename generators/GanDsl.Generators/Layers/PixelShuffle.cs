using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Channels become pixels. PyTorch: nn.PixelShuffle.</summary>
internal sealed record PixelShuffle(int Factor) : Layer
{
    public static Layer Read(AttributeValues values) => new PixelShuffle(values.Int("upscaleFactor"));

    public override string Name => "PixelShuffle";

    public override string Description => $"{Name}({Numbers.Plain(Factor)})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => AtLeast("upscaleFactor", Factor, 1);

    public override Fit Fit(Shape input)
    {
        if (input.Rank != 3) return Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");
        if (input.Channels % ((long)Factor * Factor) != 0)
        {
            return Fails(
                LayerRules.Groups,
                $"its factor's square {Numbers.Plain(Factor)}·{Numbers.Plain(Factor)} = {Numbers.Grouped((long)Factor * Factor)} does not divide "
                    + $"the {Numbers.Plain(input.Channels)} channels; make them a multiple of it");
        }

        var (height, width) = ((long)input.Height * Factor, (long)input.Width * Factor);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "it makes a picture of more pixels than can be counted; use a smaller factor")
            : Gives(input.Channels / Factor / Factor, (int)height, (int)width);
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.PixelShuffle({Numbers.Plain(Factor)})");

    // With a factor of 1 libtorch may return its input.
    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"PixelShuffle({names.Input}, {Numbers.Plain(Factor)})", IsView: Factor == 1);

    // (C, r, r, H, W) → (C, H, r, W, r).
    public override Value Lower(Lowering at, Value input) => at.Builder.Permute(
        input, EquatableArray.Of(at.Output.Channels, Factor, Factor, at.Input.Height, at.Input.Width), EquatableArray.Of(0, 3, 1, 4, 2), at.Output, at.Name());
}
