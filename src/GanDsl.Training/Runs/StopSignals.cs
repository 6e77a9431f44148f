using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>
/// Ctrl-C, SIGTERM, and SIGHUP of a terminal that is closed, request a clean end; a second one ends the process as usual. A run never waits for data then: it
/// finishes its step and saves.
/// </summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Begins to listen.</summary>
    public StopSignals() => registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Ask))];

    /// <summary>The token that the first signal cancels.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Signals end the process again, as usual.</summary>
    public void Dispose()
    {
        // The source is not disposed: a signal may be in progress on another thread.
        foreach (var registration in registrations) registration.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        context.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
