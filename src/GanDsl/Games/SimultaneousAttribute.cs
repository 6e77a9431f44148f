namespace GanDsl;

/// <summary>
/// Both players move at once: one pass of G, one of D over reals and fakes, one pass back that serves both. Shen et al. 2021, "Training Generative Adversarial Networks in One Stage".
/// </summary>
/// <remarks>
/// G descends against D as it was before the step, not as updated, so the game takes another path than with <see cref="AlternatingAttribute"/>; Shen et al. give D a smaller
/// learning rate. It takes a D whose logit of a sample depends on that sample alone (no BatchNorm in D), and no penalty between reals and fakes: anything else is a compile-time error.
/// </remarks>
public sealed class SimultaneousAttribute : ScheduleAttribute;
