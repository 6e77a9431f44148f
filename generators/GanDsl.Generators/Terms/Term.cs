using GanDsl.Generators.Text;

namespace GanDsl.Generators.Terms;

/// <summary>What a term compares with.</summary>
internal enum TermTarget
{
    /// <summary>The labels' one-hot rows, of reals and of fakes.</summary>
    Labels,

    /// <summary>The code among the latents that a fake was made from.</summary>
    Code,
}

/// <summary>What players minimise together beside the game. One file a term; <see cref="TermCatalog"/> lists them.</summary>
/// <param name="Head">The head of D that it looks at.</param>
/// <param name="Weight">λ.</param>
internal abstract record Term(string Head, double Weight)
{
    /// <summary>The attribute's name: <c>AuxiliaryClassifier</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The term as reports name it: <c>AuxiliaryClassifier(class)</c>.</summary>
    public string Label => $"{Name}({Head})";

    /// <summary>The term as a person would write it: <c>AuxiliaryClassifier("class", 1)</c>.</summary>
    public string Description => $"{Name}(\"{Head}\", {Numbers.Literal(Weight)})";

    /// <summary>What it adds to the players' losses, as the end of a sentence for the step's documentation.</summary>
    public abstract string Formula { get; }

    /// <summary>What it compares with.</summary>
    public abstract TermTarget Target { get; }

    /// <summary>How it compares.</summary>
    public abstract TermLoss Loss { get; }

    /// <summary>Whether D minimises it on reals, too: fakes alone have codes.</summary>
    public bool OnReals => Target == TermTarget.Labels;

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() =>
        Weight > 0 && !double.IsInfinity(Weight) ? null : $"weight is {Numbers.Literal(Weight)}; it must be more than 0 and finite";
}
