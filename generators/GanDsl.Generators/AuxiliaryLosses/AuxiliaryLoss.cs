using GanDsl.Generators.Text;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>What a term compares with.</summary>
internal enum CriterionTarget
{
    /// <summary>The labels' one-hot rows, of reals and of fakes.</summary>
    Labels,

    /// <summary>The code among the latents that a fake was made from.</summary>
    Code,

    /// <summary>The reals, number by number: those that the fakes of the same sources are to be.</summary>
    Reals,

    /// <summary>In a game over two pairs: the sources, of which what went through both generators is to be left.</summary>
    Round,

    /// <summary>In a game over two pairs: the reals, which the generator of their kind is to leave as they are.</summary>
    Itself,
}

/// <summary>What players minimise together beside the game. One file a term; <see cref="AuxiliaryLossCatalog"/> lists them.</summary>
/// <param name="Head">The head of D that it looks at; null of a term that looks at G's samples themselves, and is G's alone.</param>
/// <param name="Weight">λ.</param>
internal abstract record AuxiliaryLoss(string? Head, double Weight)
{
    /// <summary>The attribute's name: <c>AuxiliaryClassifier</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The term as reports name it: <c>AuxiliaryClassifier(class)</c>.</summary>
    public string Label => Head is null ? Name : $"{Name}({Head})";

    /// <summary>The term as a person would write it: <c>AuxiliaryClassifier("class", 1)</c>.</summary>
    public string Description => Head is null ? $"{Name}({Numbers.Literal(Weight)})" : $"{Name}(\"{Head}\", {Numbers.Literal(Weight)})";

    /// <summary>What its variables in generated code begin with: <c>class</c>.</summary>
    public string Variable => Head is null ? char.ToLowerInvariant(Name[0]) + Name.Substring(1) : char.ToLowerInvariant(Head[0]) + Head.Substring(1);

    /// <summary>What it adds to the players' losses, as the end of a sentence for the step's documentation.</summary>
    public abstract string Formula { get; }

    /// <summary>What it compares with.</summary>
    public abstract CriterionTarget Target { get; }

    /// <summary>How it compares.</summary>
    public abstract Criterion Loss { get; }

    /// <summary>Whether it is part of D's loss.</summary>
    public bool InDiscriminator => Head is not null;

    /// <summary>λ over what the sum over a row is divided by.</summary>
    /// <param name="numbers">How many numbers a sample has.</param>
    public double Scale(long numbers) => Loss.IsMean ? Weight / numbers : Weight;

    /// <summary>Whether D minimises it on reals, too: fakes alone have codes.</summary>
    public bool OnReals => Target == CriterionTarget.Labels;

    /// <summary>Whether it is one of a game over two pairs.</summary>
    public bool IsOfTwoPairs => Target is CriterionTarget.Round or CriterionTarget.Itself;

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() => Limits.Positive("weight", Weight);
}
