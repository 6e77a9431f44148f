namespace GanDsl;

/// <summary>
/// Both players are updated at once: one pass of G, one of D over reals and fakes, one backward that serves both. Shen et al. 2021, "Training Generative
/// Adversarial Networks in One Stage".
/// </summary>
/// <remarks>
/// G descends against D before its update, so training differs from <see cref="AlternatingAttribute"/>; Shen et al. use a smaller
/// learning rate for D. It needs a D whose logit of a sample depends only on that sample (no BatchNorm in D), and no penalty between reals and fakes: anything
/// else is a compile-time error.
/// </remarks>
public sealed class SimultaneousAttribute : ScheduleAttribute;
