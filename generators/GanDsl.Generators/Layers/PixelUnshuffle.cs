using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Pixels become channels. PyTorch: nn.PixelUnshuffle.</summary>
internal sealed record PixelUnshuffle(int Factor) : Layer
{
    public static Layer Read(AttributeValues values) => new PixelUnshuffle(values.Int("downscaleFactor"));

    public override string Name => "PixelUnshuffle";

    public override string Description => $"{Name}({Numbers.Plain(Factor)})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => AtLeast("downscaleFactor", Factor, 1);

    public override Fit Fit(Shape input)
    {
        if (input.Rank != 3) return Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");
        var channels = (long)input.Channels * Factor * Factor;
        return input.Height % Factor != 0
            ? Fails(
                LayerRules.Groups,
                $"its factor {Numbers.Plain(Factor)} does not divide the height {Numbers.Plain(input.Height)}; use a divisor of height and width")
            : input.Width % Factor != 0
            ? Fails(
                LayerRules.Groups,
                $"its factor {Numbers.Plain(Factor)} does not divide the width {Numbers.Plain(input.Width)}; use a divisor of height and width")
            : channels > int.MaxValue ? Fails(LayerRules.Overflow, "it makes more channels than can be counted; use a smaller factor")
            : Gives((int)channels, input.Height / Factor, input.Width / Factor);
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Of($"nn.PixelUnshuffle({Numbers.Plain(Factor)})");

    // With a factor of 1 libtorch may return its input.
    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"PixelUnshuffle({names.Input}, {Numbers.Plain(Factor)})", IsView: Factor == 1);

    // (C, H, r, W, r) → (C, r, r, H, W).
    public override Value Lower(Lowering at, Value input) => at.Builder.Permute(
        input, EquatableArray.Of(at.Input.Channels, at.Output.Height, Factor, at.Output.Width, Factor), EquatableArray.Of(0, 2, 4, 1, 3), at.Output, at.Name());
}
