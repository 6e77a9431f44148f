namespace GanDsl.Benchmarks.Works;

/// <summary>A file of a user's project.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Text">What is in it.</param>
public sealed record DeclaredFile(string Path, string Text);
