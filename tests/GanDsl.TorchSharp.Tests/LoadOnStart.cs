using System.Runtime.CompilerServices;
using GanDsl.Torch;

namespace GanDsl.Tests.Torch;

/// <summary>What every assembly that may touch torch before GanDsl.TorchSharp has; the whole test project rests on it.</summary>
internal static class LoadOnStart
{
    [ModuleInitializer]
    internal static void Prepare() => TorchLibrary.Prepare();
}
