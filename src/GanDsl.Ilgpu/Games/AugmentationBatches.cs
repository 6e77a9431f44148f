namespace GanDsl.Ilgpu;

/// <summary>The draws that change what D sees in one step, each batch as many as there are reals.</summary>
/// <param name="Reals">Those of the reals.</param>
/// <param name="Fakes">Those of the fakes that D learns from.</param>
/// <param name="GeneratorFakes">Those of the fakes that G learns from, read only in the calls that update G; null where both learn from one pass.</param>
public readonly record struct AugmentationBatches(
    Batch<AugmentationDraws> Reals, Batch<AugmentationDraws> Fakes, Batch<AugmentationDraws>? GeneratorFakes = null);
