namespace GanDsl.Generators.Steps.Plan;

/// <summary>D's logits on reals and fakes: of one joint pass, or of a pass each.</summary>
/// <param name="Joint">Those of both, reals first; null where each has a pass of its own.</param>
/// <param name="OnReals">Those of the reals; null in a joint pass.</param>
/// <param name="OnFakes">Those of the fakes; null in a joint pass.</param>
internal sealed record DiscriminatorLogits(PlanValue? Joint, PlanValue? OnReals, PlanValue? OnFakes)
{
    /// <summary>The values that there are.</summary>
    public IEnumerable<PlanValue> Values => new[] { Joint, OnReals, OnFakes }.OfType<PlanValue>();
}
