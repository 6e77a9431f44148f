namespace GanDsl;

/// <summary>The position of a code among the latents of a sample.</summary>
/// <param name="From">The index of its first latent.</param>
/// <param name="Count">The number of its latents.</param>
/// <param name="Code">Its kind.</param>
public readonly record struct LatentCode(int From, int Count, Code Code);
