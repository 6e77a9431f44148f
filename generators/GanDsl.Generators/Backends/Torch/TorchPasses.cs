using GanDsl.Generators.Steps.Plan;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>How forward passes save what backward needs, and how they are differentiated: by libtorch's autograd, or by the players' written
/// backward.</summary>
internal abstract class TorchPasses
{
    /// <summary>Whether a pass is written at its place in the plan.</summary>
    public abstract bool HasLines(Statement.Forward forward);

    public abstract void Write(Statement.Forward forward);

    public abstract void Write(Statement.Backward backward);

    /// <summary>A value as data.</summary>
    public abstract string Detached(Statement.Detach detach);

    /// <summary>What a statement reads; for a backward, also what it needs from the passes.</summary>
    public virtual IEnumerable<PlanValue> Reads(Statement statement) => statement.Reads;

    /// <summary>Whether a backward disposes a value.</summary>
    public virtual bool Consumes(Statement.Backward backward, PlanValue value) =>
        backward.From.Any(seed => seed.At.Contains(value) || (seed is Seed.OfGenerator of && of.OnReals == value));

    /// <summary>Whether a value that a statement produces has to be disposed.</summary>
    public virtual bool Owns(Statement origin, PlanValue value) => origin is not Statement.Draw;
}
