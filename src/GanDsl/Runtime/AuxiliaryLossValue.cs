namespace GanDsl;

/// <summary>The value of an auxiliary loss, the weight included.</summary>
/// <param name="Name">The attribute and what it reads: <c>AuxiliaryClassifier(class)</c>.</param>
/// <param name="InDiscriminatorLoss">Its value in D's loss in the last update; 0 where it is not part of that.</param>
/// <param name="InGeneratorLoss">Its value in G's loss in the last update; NaN before the first.</param>
public readonly record struct AuxiliaryLossValue(string Name, double InDiscriminatorLoss, double InGeneratorLoss);
