using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>x + y, element by element.</summary>
internal sealed record Add(string TapName) : Junction(TapName)
{
    public static Layer Read(AttributeValues values) => new Add(values.Text("tap"));

    public override string Name => "Add";

    public override bool BackwardReadsOutput => false;

    public override Fit Fit(Shape input, Shape tapped) => Same(input, tapped, "adds");

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Computed("{0} + {1}");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) =>
        new($"{names.Input} + {names.Tapped}", $"{names.Input}.add_({names.Tapped});");

    public override Value Lower(Lowering at, Value input, Value tapped) =>
        at.Builder.Map(X(0) + X(1), input.Extent, at.Name(), (input, Reading.Full), (tapped, Reading.Full));
}
