using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>A batch that the step works on. One statement produces it, any number of them read it.</summary>
/// <param name="name">Its name, the same on every backend: <c>fakes</c>.</param>
/// <param name="shape">The shape of one of its samples.</param>
/// <param name="batches">How many batches of N samples it holds: 2 for reals and fakes in one.</param>
internal sealed class PlanValue(string name, Shape shape, int batches = 1)
{
    public string Name => name;

    public Shape Shape => shape;

    public int Batches => batches;

    public override string ToString() => name;
}
