using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>A layer that computes nothing: it names an activation, or continues from a named one. Code that follows a network's data flow skips it.</summary>
internal abstract record Route : Layer
{
    public override Fit Fit(Shape input) => new Fit.Gives(input);

    public override PythonText Python(EquatableArray<Shape> inputs, Shape output) => PythonText.Computed("{0}");

    public override TorchText Torch(TorchNames names, Shape input, Shape output) => new(names.Input, IsView: true);

    public override Value Lower(Lowering at, Value input) => input;
}
