namespace GanDsl.Torch;

/// <summary>A file that cannot be read as an ELF file: damaged, truncated, or of another kind.</summary>
internal sealed class ElfFormatException(string message) : FormatException(message);
