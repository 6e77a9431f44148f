namespace GanDsl.Parity;

/// <summary>Two sides that should compute the same do not, or cannot be compared.</summary>
public sealed class ParityException(string message) : Exception(message);
