namespace GanDsl;

/// <summary>Where a code stands among the latents of a sample.</summary>
/// <param name="From">The number of its first latent.</param>
/// <param name="Count">How many latents it takes.</param>
/// <param name="Code">What it is.</param>
public readonly record struct LatentCode(int From, int Count, Code Code);
