namespace GanDsl.Torch;

/// <summary>Which pass of D a term looks at.</summary>
public enum AuxiliaryLossPass
{
    /// <summary>That of D's move, or the first of two.</summary>
    Discriminator,

    /// <summary>That over the fakes in D's move, where reals took one before.</summary>
    DiscriminatorOnFakes,

    /// <summary>That of G's move.</summary>
    Generator,
}
