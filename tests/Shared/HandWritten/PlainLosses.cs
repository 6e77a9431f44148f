using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>What a <see cref="PlainGan"/> minimises, from D's logits on reals and on fakes.</summary>
/// <param name="Discriminator">D's loss.</param>
/// <param name="Generator">G's loss; the logits on reals are those of D after its move, and constants.</param>
public sealed record PlainLosses(Func<Tensor, Tensor, Tensor> Discriminator, Func<Tensor, Tensor, Tensor> Generator);
