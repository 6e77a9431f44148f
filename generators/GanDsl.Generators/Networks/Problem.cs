using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The attribute of a class that a problem is about.</summary>
internal enum SiteKind
{
    /// <summary>The class itself.</summary>
    Class,

    /// <summary>[Generator], [Discriminator] or [Gan].</summary>
    Marker,

    /// <summary>The layer with the site's index.</summary>
    Layer,

    /// <summary>[Initialize].</summary>
    Initialize,

    /// <summary>The [SpectralNorm] with the site's index.</summary>
    SpectralNorm,

    /// <summary>The [EqualizedLearningRate] with the site's index.</summary>
    EqualizedRate,

    /// <summary>The objective with the site's index.</summary>
    Objective,

    /// <summary>The optimiser with the site's index.</summary>
    Optimizer,

    /// <summary>The optimiser's modifier with the site's index.</summary>
    Modifier,

    /// <summary>The regulariser with the site's index.</summary>
    Regularizer,

    /// <summary>The augmentation with the site's index.</summary>
    Augmentation,

    /// <summary>The auxiliary loss with the site's index.</summary>
    AuxiliaryLoss,

    /// <summary>The schedule with the site's index.</summary>
    Schedule,
}

/// <summary>A position in a declaration, which the analyzers map back to syntax.</summary>
internal readonly record struct Site(SiteKind Kind, int Index = 0);

/// <summary>What is wrong with a declaration.</summary>
/// <param name="Rule">The id of the rule, as in Diagnostics/Descriptors.</param>
/// <param name="Site">The attribute at fault.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record Problem(string Rule, Site Site, EquatableArray<string> Arguments)
{
    /// <summary>Whether it is about the layer's input, so that the layer before is checked, too.</summary>
    public bool ConcernsInput { get; init; }

    /// <summary>The fix, where a change of one attribute is one.</summary>
    public Remedy? Remedy { get; init; }

    public static Problem At(SiteKind kind, string rule, params string[] arguments) => At(kind, 0, rule, arguments);

    public static Problem At(SiteKind kind, int index, string rule, params string[] arguments) =>
        new(rule, new Site(kind, index), arguments.ToEquatableArray());
}
