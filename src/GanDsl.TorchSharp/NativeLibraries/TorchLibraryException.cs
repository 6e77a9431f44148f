namespace GanDsl.Torch;

/// <summary>libtorch or TorchSharp's native half could not be loaded. The message names the file, what it asked for and the remedy.</summary>
public sealed class TorchLibraryException : DllNotFoundException
{
    /// <summary>An error without its own message.</summary>
    public TorchLibraryException()
    {
    }

    /// <summary>An error that says what could not be loaded, why, and what to do.</summary>
    /// <param name="message">The file, what it asked for, the remedy.</param>
    public TorchLibraryException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    /// <param name="message">The file, what it asked for, the remedy.</param>
    /// <param name="inner">What the loader, the file system or the reader of ELF files said.</param>
    public TorchLibraryException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
