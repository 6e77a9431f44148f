using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>Adds the branches of a step: a call runs one list of launches or the other. The count is that of a call in which the branch is due.</summary>
internal sealed class Branches(Launches launches)
{
    private List<Node> before = [];
    private CodeWriter.Block? open;
    private int due;

    /// <summary>Begins a branch.</summary>
    /// <param name="branch">Which.</param>
    /// <param name="update">What was added since the last update; each branch is an update that begins with it.</param>
    public List<Node> Begin(Operation.Branch branch, List<Node> update)
    {
        if (branch.IsDue) before = [.. update];
        else due = launches.Count;
        launches.Add(writer =>
        {
            open?.Dispose();
            if (branch.IsDue) writer.Line();
            open = writer.Open(branch.IsDue ? $"if (run.Takes(IsDue(every: {Numbers.Plain(branch.Every)})))" : "else");
        });
        return [.. before];
    }

    /// <summary>Ends both: the next update begins.</summary>
    public List<Node> End()
    {
        launches.Add(_ =>
        {
            open?.Dispose();
            open = null;
        });
        launches.Uncount(launches.Count - due);
        return [];
    }
}
