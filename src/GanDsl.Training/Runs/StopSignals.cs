using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>Ctrl-C and SIGTERM request a clean end; a second one ends the process as usual.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Begins to listen.</summary>
    public StopSignals() => registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask)];

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
