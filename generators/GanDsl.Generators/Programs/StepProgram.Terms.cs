using GanDsl.Generators.Terms;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <content>What the players minimise together: seeds at D's heads, beside those of the losses at its logit.</content>
internal sealed partial class StepProgram
{
    // D's heads in a pass, by the logits of that pass.
    private readonly Dictionary<Value, IReadOnlyList<Value>> heads = [];

    /// <summary>D's terms: on both halves of a joint pass, or on the passes over reals and fakes, as far as each looks there.</summary>
    private void AddDiscriminatorTerms(Judged logits, Value latents, List<(Value, Value)> seeds)
    {
        for (var number = 0; number < step.Terms.Count; number++)
        {
            var term = step.Terms[number];
            if (!term.InDiscriminator) continue;
            var looksAt = (term.OnReals, logits.Joint) switch
            {
                (true, { } joint) => new[] { HeadOf(term, joint) },
                (false, { } joint) => [builder.Add(new Operation.Half(1), [HeadOf(term, joint)], Extent.Of(1, HeadOf(term, joint).Extent.Shape), "fake" + char.ToUpperInvariant(term.Variable[0]) + term.Variable.Substring(1))],
                (true, null) => [HeadOf(term, logits.OnReals!), HeadOf(term, logits.OnFakes!)],
                _ => [HeadOf(term, logits.OnFakes!)],
            };
            Report(term, "Discriminator", number, [.. looksAt.Select(rows => AddTerm(term, rows, TargetsOf(term, rows, latents), seeds))]);
        }
    }

    private void AddGeneratorTerms(Value logits, Value samples, Value reals, Value latents, List<(Value, Value)> seeds)
    {
        for (var number = 0; number < step.Terms.Count; number++)
        {
            var term = step.Terms[number];
            var rows = term.Head is null ? samples : HeadOf(term, logits);
            Report(term, "Generator", number, AddTerm(term, rows, term.Target == TermTarget.Reals ? reals : TargetsOf(term, rows, latents), seeds));
        }
    }

    private Value HeadOf(Term term, Value logits) => heads[logits][step.Discriminator.Heads.ToList().FindIndex(head => head.Name == term.Head)];

    /// <returns>The sum of the term over the rows.</returns>
    private Value AddTerm(Term term, Value rows, Value targets, List<(Value, Value)> seeds)
    {
        builder.Note = term.Description;
        var (loss, scale) = (term.Loss, term.Scale(rows.Extent.Elements) / step.PairCount);
        Value[] parts = loss.Parts == 1 ? [rows] : [.. Enumerable.Range(0, loss.Parts).Select(part => builder.Slice(rows, part * targets.Extent.Channels, targets.Extent.Channels, $"{rows.Name}Part"))];
        var read = loss.TakesShares ? [builder.Softmax(rows, rows.Name + "Shares")] : Bounded(loss, parts);
        var operands = Operands(read, targets);
        for (var part = 0; part < parts.Length; part++)
        {
            var seed = Vjp.MapOf(builder, scale * loss.Slopes[part] * X(operands.Count), targets.Extent, Vjp.Name(parts[part]), [.. operands, (builder.BatchShare(), Reading.Single)]);
            var isBounded = loss.Bound is not null && part == parts.Length - 1;
            seeds.Add((parts[part], isBounded ? builder.Map(X(0) * TermLoss.Inside(X(1), loss.Bound!.Value), seed.Extent, Vjp.Name(parts[part]), (seed, Reading.Full), (parts[part], Reading.Full)) : seed));
        }

        var terms = Operands(loss.TakesShares ? [builder.LogSoftmax(rows, rows.Name + "Shares")] : read, targets);
        return builder.Reduce(Over.All, Vjp.MapOf(builder, scale * loss.Value, targets.Extent, rows.Name + "Terms", terms), rows.Name + "Loss");
    }

    private Value[] Bounded(TermLoss loss, Value[] parts)
    {
        if (loss.Bound is not { } bound) return parts;
        var last = parts[parts.Length - 1];
        return [.. parts.Take(parts.Length - 1), builder.Map(TermLoss.Bounded(X(0), bound), last.Extent, last.Name + "Bounded", (last, Reading.Full))];
    }

    private static List<(Value Value, Reading Reading)> Operands(IEnumerable<Value> parts, Value targets) => [.. parts.Append(targets).Select(value => (value, Reading.Full))];

    private Value TargetsOf(Term term, Value rows, Value latents)
    {
        if (term.Target == TermTarget.Labels) return Labels(rows.Extent.Batches)!;
        var code = step.CodeOf(term);
        return builder.Slice(latents, code.From, code.Count, $"{term.Variable}Code");
    }

    private void Report(Term term, string player, int number, params Value[] sums)
    {
        builder.Note = term.Description;
        var sum = sums.Length == 1 ? sums[0] : builder.Map(X(0) + X(1), Extent.Single, sums[0].Name + "Sum", (sums[0], Reading.Full), (sums[1], Reading.Full));
        Report($"{player}Term({Numbers.Plain(number)})", sum);
    }
}
