using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// TorchScript by the functions that TorchSharp's native half exports, as TorchSharp 0.107 has them. They are not TorchSharp's public API: another version is
/// called through its own methods.
/// </summary>
internal static unsafe partial class ScriptCalls
{
    private const string Library = "LibTorchSharp";
    private const int MostResults = 8;

    // THSJIT.h: what an argument is.
    private const long OfTensor = 0;
    private const long OfScalar = 1;
    private const long OfNothing = 8;

    // THSJIT.cpp, ReturnHelper: what a function returned.
    private const sbyte KindOfTensor = 1;
    private const sbyte KindOfTuple = 2;
    private const sbyte KindOfNothing = 8;

    // Where the native half writes what a function returns: one array, of one call at a time.
    [ThreadStatic]
    private static TensorOrScalar* returned;

    /// <summary>Whether TorchSharp is the version whose functions are known here.</summary>
    public static bool Known { get; } = typeof(torch).Assembly.GetName().Version is { Major: 0, Minor: 107 };

    /// <summary>
    /// Compiles functions, for the life of the process. Invalid TorchScript ends the process, as in TorchSharp: its native half catches nothing there.
    /// </summary>
    public static nint Compile(string script)
    {
        var unit = CompileNatively(script);
        if (unit == 0) CheckForErrors();
        return unit;
    }

    /// <summary>Calls a function that returns nothing, a tensor, or a tuple of as many as there are results.</summary>
    /// <exception cref="ExternalException">libtorch refused.</exception>
    /// <exception cref="InvalidOperationException">The function returns something else.</exception>
    public static void Invoke(nint unit, string name, ReadOnlySpan<TorchArgument> arguments, Span<nint> results)
    {
        var given = stackalloc TensorOrScalar[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            given[i] = arguments[i].Value switch
            {
                Tensor tensor => new(OfTensor, tensor.Handle),
                Scalar number => new(OfScalar, Handle(number)),
                _ => new(OfNothing, 0),
            };
        }

        sbyte kind = 0;
        InvokeNatively(unit, name, given, arguments.Length, &Allocate, &kind, 0);
        CheckForErrors();
        if (kind != results.Length switch { 0 => KindOfNothing, 1 => KindOfTensor, _ => KindOfTuple })
            throw new InvalidOperationException($"The function {name} returned something else than {results.Length} tensors.");
        for (var i = 0; i < results.Length; i++) results[i] = returned[i].Handle;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static TensorOrScalar* Allocate(int index, nint length)
    {
        if (index != 0 || length > MostResults) return null;
        if (returned is null) returned = (TensorOrScalar*)NativeMemory.AllocZeroed(MostResults, (nuint)sizeof(TensorOrScalar));
        return returned;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Handle")]
    private static extern nint Handle(Scalar number);

    [LibraryImport(Library, EntryPoint = "THSJIT_compile", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint CompileNatively(string script);

    [LibraryImport(Library, EntryPoint = "THSJIT_CompilationUnit_Invoke", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void InvokeNatively(
        nint unit, string name, TensorOrScalar* arguments, int count, delegate* unmanaged[Cdecl]<int, nint, TensorOrScalar*> allocate, sbyte* kind, int index);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TensorOrScalar(long kind, nint handle)
    {
        public readonly long Kind = kind;
        public readonly long Place = -1;
        public readonly nint Handle = handle;
    }
}
