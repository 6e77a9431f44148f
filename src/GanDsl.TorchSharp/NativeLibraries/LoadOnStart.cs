using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GanDsl.Torch;

internal static class LoadOnStart
{
    [ModuleInitializer]
    [SuppressMessage(
        "Usage", "CA2255", Justification = "The libraries must be in place before the first touch of torch, which may be the first line of the user's code.")]
    internal static void Prepare() => TorchLibrary.Prepare();
}
