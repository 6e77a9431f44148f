using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Ir;

/// <summary>
/// Where only one half of a joint value is read, only that half is computed: half of a contraction is the contraction of half its operand. D's gradient at its
/// input may be wanted only for the fakes, for example, and then costs nothing for the reals.
/// </summary>
internal static class Halves
{
    /// <param name="rewrite">The new program so far.</param>
    /// <param name="line">The old program.</param>
    /// <param name="joint">A joint value of the old program, with one reader.</param>
    /// <param name="which">The half that is read.</param>
    /// <param name="name">The half's name.</param>
    /// <returns>The half, in the new program.</returns>
    public static Value Of(ProgramRewrite rewrite, Line line, Value joint, int which, string name)
    {
        var (builder, node) = (rewrite.Builder, line.Source(joint));
        var half = joint.Extent with { Batches = joint.Extent.Batches / 2 };

        // Kernels read pictures by pairs: the second half of odd ones would begin between two.
        if (line.Readers(joint).Count() > 1
            || node.Inputs.Any(input => input.Extent.Batches % 2 != 0 || (input.Extent.Batches > 0 && input.Extent.Elements % 2 != 0)))
            return Plain();

        var note = builder.Note;
        builder.Note = node.Note;
        var result = node.Operation switch
        {
            Operation.Reshape => builder.Regroup(Of(rewrite, line, node.Inputs[0], which, name), half, name),
            Operation.Contract { IsPlain: true, Gives: not Side.Weight } or Operation.PadAdjoint => builder.Add(node.Operation, Inputs(), half, name),
            Operation.Map map when IsSampleBySample(map, node) => builder.Add(map, Inputs(), half, name),
            _ => Plain(),
        };
        builder.Note = note;
        return result;

        Value[] Inputs() => [.. node.Inputs.Select(input => input.Extent.Batches > 0 ? Of(rewrite, line, input, which, name + "Operand") : rewrite[input])];

        Value Plain() => builder.Add(new Operation.Half(which), [rewrite[joint]], half, name);
    }

    private static bool IsSampleBySample(Operation.Map map, Node node) =>
        !map.Expression.All.Any(part => part is Scalar.SampleIndex)
        && Enumerable.Range(0, node.Inputs.Count)
            .All(i => node.Inputs[i].Extent.Batches == 0 || map.Readings[i].Kind is ReadingKind.Full or ReadingKind.Sample);
}
