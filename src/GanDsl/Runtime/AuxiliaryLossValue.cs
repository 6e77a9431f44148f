namespace GanDsl;

/// <summary>What a term beside the game came to, the weight included.</summary>
/// <param name="Name">The term's attribute and what it looks at: <c>AuxiliaryClassifier(class)</c>.</param>
/// <param name="InDiscriminatorLoss">What it was in D's loss in its last move; 0 where it is no part of that.</param>
/// <param name="InGeneratorLoss">What it was in G's loss in its last move; NaN before the first.</param>
public readonly record struct AuxiliaryLossValue(string Name, double InDiscriminatorLoss, double InGeneratorLoss);
