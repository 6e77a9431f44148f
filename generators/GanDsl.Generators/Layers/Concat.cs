using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>The channels of one after those of the other. PyTorch: torch.cat along dimension 1.</summary>
internal sealed record Concat(string TapName) : Junction(TapName)
{
    public static Layer Read(AttributeValues values) => new Concat(values.Text("tap"));

    public override string Name => "Concat";

    public override bool BackwardReadsOutput => false;

    public override Fit Fit(Shape input, Shape tapped)
    {
        if (input.Rank != tapped.Rank)
        {
            return Fails(
                LayerRules.Junction,
                $"it appends {TapName}, {tapped}, but they have {Numbers.Plain(input.Rank)} and {Numbers.Plain(tapped.Rank)} dimensions besides the batch; "
                    + "put [Flatten] or [Reshape] before one of them");
        }

        if (!input.Dimensions.Skip(1).SequenceEqual(tapped.Dimensions.Skip(1)))
        {
            return Fails(
                LayerRules.Junction,
                $"it appends the channels of {TapName}, {tapped}, but {Difference(input, tapped, first: 1)}; only the numbers of channels may differ");
        }

        var channels = (long)input.Channels + tapped.Channels;
        return channels > int.MaxValue
            ? Fails(
                LayerRules.Overflow,
                $"outputs {Numbers.Grouped(input.Channels)} + {Numbers.Grouped(tapped.Channels)} channels, more than can be counted; make one of them smaller")
            : Gives([(int)channels, .. input.Dimensions.Skip(1)]);
    }

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Computed("torch.cat([{0}, {1}], 1)");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new($"Concat({names.Input}, {names.Tapped})");

    public override Value Lower(Lowering at, Value input, Value tapped) => at.Builder.Concat([input, tapped], at.Name());
}
