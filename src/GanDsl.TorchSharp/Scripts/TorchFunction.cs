using System.Collections.Concurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>A function of TorchScript, which reaches what TorchSharp does not bind. Equal texts are compiled once.</summary>
/// <remarks>
/// TorchSharp's own call leaves half a kilobyte of managed garbage, some of it to be finalised: more than the rest of a small layer. Where TorchSharp is the
/// version that <see cref="ScriptCalls"/> was written against, the call is made without it.
/// </remarks>
internal sealed class TorchFunction
{
    private static readonly ConcurrentDictionary<string, Lazy<jit.CompilationUnit>> Units = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lazy<nint>> DirectUnits = new(StringComparer.Ordinal);

    private readonly string name;
    private readonly jit.CompilationUnit? unit;
    private readonly nint direct;

    /// <summary>Compiles a function.</summary>
    /// <param name="script">Python that defines it, its last line without an end.</param>
    /// <param name="name">The function's name.</param>
    public TorchFunction(string script, string name)
        : this(script, name, ScriptCalls.Known)
    {
    }

    /// <summary>Compiles a function, to be called directly, or by TorchSharp.</summary>
    internal TorchFunction(string script, string name, bool isDirect)
    {
        this.name = name;
        if (isDirect) direct = DirectUnits.GetOrAdd(script, text => new(() => ScriptCalls.Compile(text + "\n"))).Value;
        else unit = Units.GetOrAdd(script, text => new(() => jit.compile(text + "\n"))).Value;
    }

    /// <summary>Calls a function that returns nothing.</summary>
    public void Run(params ReadOnlySpan<TorchArgument> arguments)
    {
        if (unit is null) ScriptCalls.Invoke(direct, name, arguments, []);
        else unit.invoke(name, Objects(arguments));
    }

    /// <summary>Calls a function that returns a tensor. The caller disposes it.</summary>
    public Tensor Call(params ReadOnlySpan<TorchArgument> arguments)
    {
        if (unit is not null) return (Tensor)unit.invoke(name, Objects(arguments));
        Span<nint> results = stackalloc nint[1];
        ScriptCalls.Invoke(direct, name, arguments, results);
        return Tensor.UnsafeCreateTensor(results[0]);
    }

    /// <summary>Calls a function that returns a tuple of three tensors. The caller disposes them.</summary>
    public (Tensor First, Tensor Second, Tensor Third) CallForThree(params ReadOnlySpan<TorchArgument> arguments)
    {
        if (unit is not null) return ((Tensor, Tensor, Tensor))unit.invoke(name, Objects(arguments));
        Span<nint> results = stackalloc nint[3];
        ScriptCalls.Invoke(direct, name, arguments, results);
        return (Tensor.UnsafeCreateTensor(results[0]), Tensor.UnsafeCreateTensor(results[1]), Tensor.UnsafeCreateTensor(results[2]));
    }

    private static object[] Objects(ReadOnlySpan<TorchArgument> arguments)
    {
        var objects = new object[arguments.Length];
        for (var i = 0; i < objects.Length; i++) objects[i] = arguments[i].Value!;
        return objects;
    }
}

/// <summary>An argument of a TorchScript function: a tensor, a number, or none.</summary>
internal readonly struct TorchArgument
{
    private TorchArgument(object? value) => Value = value;

    /// <summary>The <see cref="Tensor"/>, the <see cref="Scalar"/>, or null.</summary>
    public object? Value { get; }

    public static implicit operator TorchArgument(Tensor? tensor) => new(tensor);

    public static implicit operator TorchArgument(Scalar number) => new(number);
}
