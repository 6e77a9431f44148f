namespace GanDsl.Generators.Steps.Plan;

/// <summary>D's logits on reals and fakes: of one joint pass, or of separate passes.</summary>
/// <param name="Joint">Those of both, reals first; null with separate passes.</param>
/// <param name="OnReals">Those of the reals; null in a joint pass.</param>
/// <param name="OnFakes">Those of the fakes; null in a joint pass.</param>
internal sealed record DiscriminatorLogits(PlanValue? Joint, PlanValue? OnReals, PlanValue? OnFakes)
{
    /// <summary>The existing values.</summary>
    public IEnumerable<PlanValue> Values => new[] { Joint, OnReals, OnFakes }.OfType<PlanValue>();
}
