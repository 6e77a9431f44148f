namespace GanDsl.Torch;

/// <summary>The pass of D that an auxiliary loss reads.</summary>
public enum AuxiliaryLossPass
{
    /// <summary>The pass of D's update, or the first of two.</summary>
    Discriminator,

    /// <summary>The pass over the fakes in D's update, where reals took a separate one.</summary>
    DiscriminatorOnFakes,

    /// <summary>The pass of G's update.</summary>
    Generator,
}
