namespace GanDsl.Torch;

/// <summary>A file is not the ELF file that its reader can make sense of: damaged, cut short, or of another kind.</summary>
internal sealed class ElfFormatException(string message) : FormatException(message);
