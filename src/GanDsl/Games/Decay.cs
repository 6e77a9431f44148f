namespace GanDsl;

/// <summary>How a learning rate changes over the updates of a player.</summary>
public enum Decay
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>In equal steps. PyTorch equivalent: <c>torch.optim.lr_scheduler.LinearLR(start_factor=1)</c>.</summary>
    Linear,

    /// <summary>
    /// Along half a period of the cosine (Loshchilov and Hutter 2017). PyTorch equivalent: <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>, which would then
    /// rise again.
    /// </summary>
    Cosine,
}
