namespace GanDsl.Torch;

/// <summary>Makes TorchSharp load, also on systems whose libstdc++ is older than the one it was built against (Debian 12, Ubuntu 22.04).</summary>
/// <remarks>
/// It has to happen before the first touch of the type <c>TorchSharp.torch</c>, whose static constructor loads the native
/// half and remembers a failure permanently. This assembly's module initializer does it before any of its code runs; an
/// assembly that may touch <c>torch</c> first calls <see cref="Prepare"/> from a module initializer of its own.
/// </remarks>
public static class TorchLibrary
{
    private static readonly Lazy<Exception?> Failure = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Loads the native libraries unless they are, and never throws: <see cref="EnsureLoaded"/> reports a failure later.</summary>
    /// <remarks>
    /// Under glibc it also asks the allocator to keep freed memory, without which training steps spend their time in page faults;
    /// the AppContext switch <c>GanDsl.KeepFreedMemory</c>, set to false, leaves the allocator unchanged.
    /// </remarks>
    /// <returns>Whether TorchSharp can be used.</returns>
    public static bool Prepare() => Failure.Value is null;

    /// <summary>Loads the native libraries unless they are. Any thread may call it, any number of times.</summary>
    /// <remarks>On Windows and macOS it does nothing: TorchSharp's own loading suffices there.</remarks>
    /// <exception cref="TorchLibraryException">They cannot be loaded; the message names the file, what it asked for and the remedy.</exception>
    public static void EnsureLoaded()
    {
        if (Failure.Value is { } failure) throw new TorchLibraryException(failure.Message, failure);
    }

    private static Exception? Load()
    {
        try
        {
            if (OperatingSystem.IsLinux()) LinuxLoader.Load();
            FreedMemory.Keep();
            return null;
        }
        catch (Exception failure)
        {
            // Any exception: thrown from a module initializer it would be a TypeInitializationException far from its cause.
            return failure;
        }
    }
}
