using GanDsl.Generators.Text;

namespace GanDsl.Generators.AuxiliaryLosses;

/// <summary>What an auxiliary loss compares with.</summary>
internal enum CriterionTarget
{
    /// <summary>The labels' one-hot rows, of reals and of fakes.</summary>
    Labels,

    /// <summary>The code among the latents that a fake was made from.</summary>
    Code,

    /// <summary>The reals, number by number: the targets of the fakes made from the same sources.</summary>
    Reals,

    /// <summary>In a game over two pairs: the sources, which both generators in a row should reproduce.</summary>
    Round,

    /// <summary>In a game over two pairs: the reals, which the generator of their kind should leave unchanged.</summary>
    Itself,
}

/// <summary>What players minimise together besides the game. One file per auxiliary loss; <see cref="AuxiliaryLossCatalog"/> lists them.</summary>
/// <param name="Head">The head of D that it reads; null for a loss that reads G's samples themselves and is part of G's loss only.</param>
/// <param name="Weight">λ.</param>
internal abstract record AuxiliaryLoss(string? Head, double Weight)
{
    /// <summary>The attribute's name: <c>AuxiliaryClassifier</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Its name in reports: <c>AuxiliaryClassifier(class)</c>.</summary>
    public string Label => Head is null ? Name : $"{Name}({Head})";

    /// <summary>The auxiliary loss as a person would write it: <c>AuxiliaryClassifier("class", 1)</c>.</summary>
    public string Description => Head is null ? $"{Name}({Numbers.Literal(Weight)})" : $"{Name}(\"{Head}\", {Numbers.Literal(Weight)})";

    /// <summary>The prefix of its variables in generated code: <c>class</c>.</summary>
    public string Variable => Head is null ? char.ToLowerInvariant(Name[0]) + Name.Substring(1) : char.ToLowerInvariant(Head[0]) + Head.Substring(1);

    /// <summary>What it adds to the players' losses, as the end of a sentence for the step's documentation.</summary>
    public abstract string Formula { get; }

    /// <summary>What it compares with.</summary>
    public abstract CriterionTarget Target { get; }

    /// <summary>How it compares.</summary>
    public abstract Criterion Loss { get; }

    /// <summary>Whether it is part of D's loss.</summary>
    public bool InDiscriminator => Head is not null;

    /// <summary>λ over the divisor of a row's sum.</summary>
    /// <param name="numbers">How many numbers a sample has.</param>
    public double Scale(long numbers) => Loss.IsMean ? Weight / numbers : Weight;

    /// <summary>Whether D minimises it on reals, too; only fakes have codes.</summary>
    public bool OnReals => Target == CriterionTarget.Labels;

    /// <summary>Whether it belongs to a game over two pairs.</summary>
    public bool IsOfTwoPairs => Target is CriterionTarget.Round or CriterionTarget.Itself;

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() => Limits.Positive("weight", Weight);
}
