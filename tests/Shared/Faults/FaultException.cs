namespace GanDsl.Faults;

/// <summary>A fault cannot be planted: it would show nothing.</summary>
public sealed class FaultException(string message) : Exception(message);
