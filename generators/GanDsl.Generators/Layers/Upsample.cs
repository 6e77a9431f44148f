using GanDsl.Generators.Declarations;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>Repeats pixels. PyTorch: nn.Upsample, mode nearest.</summary>
internal sealed record Upsample(Pair Scale, string? ArgumentProblem) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        var problem = AtLeast("scale", values.Ints("scale", 0), 1);
        return new Upsample(problem is null ? Pair.From(values.Ints("scale", 0)) : default, problem);
    }

    public override string Name => "Upsample";

    public override string Description => ArgumentProblem is not null ? Name : $"Upsample({(Scale.IsSquare ? Numbers.Plain(Scale.Height) : Scale.ToString())})";

    public override bool BackwardReadsOutput => false;

    public override string? BadArgument() => ArgumentProblem;

    public override Fit Fit(Shape input)
    {
        if (input.Rank != 3) return Fails(LayerRules.Rank, "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");
        var (height, width) = ((long)input.Height * Scale.Height, (long)input.Width * Scale.Width);
        return height > int.MaxValue || width > int.MaxValue
            ? Fails(LayerRules.Overflow, "it makes a picture of more pixels than can be counted; use a smaller scale")
            : Gives(input.Channels, (int)height, (int)width);
    }

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"Upsample({names.Input}, height: {Numbers.Plain(Scale.Height)}, width: {Numbers.Plain(Scale.Width)})");

    public override Value Lower(Lowering at, Value input) =>
        at.Builder.Add(new Operation.Upsample(Scale), [input], Extent.Of(input.Extent.Batches, at.Layer.Output), at.Name());
}
