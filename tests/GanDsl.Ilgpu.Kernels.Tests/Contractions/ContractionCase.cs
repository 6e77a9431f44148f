using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests.Contractions;

/// <summary>The operand of a trilinear form that a kernel writes; it reads the other two.</summary>
public enum Side
{
    Small,
    Large,
    Weight,
}

/// <summary>A value's channels and the pixels of each; samples make up the rest.</summary>
internal readonly record struct Extent(int Channels, int Pixels);

/// <summary>A kernel and how many items it takes.</summary>
internal sealed record Contraction(Action<Index1D, ContractionArguments> Kernel, Func<int, int, int> Items, Action<Index1D, SliceArguments> Sum);

/// <summary>A shape whose three contractions are tested: how many numbers its operands have, what is multiplied with what, and its kernels.</summary>
internal abstract class ContractionCase
{
    public abstract string Name { get; }

    public abstract Extent Small { get; }

    public abstract Extent Large { get; }

    public abstract int Weights { get; }

    /// <summary>Calls for every product of the form, with the numbers of its three elements.</summary>
    public abstract void ForEachTerm(int batch, Action<int, int, int> term);

    public abstract Contraction Contraction<TEpilogue>(Side written)
        where TEpilogue : struct, IEpilogue;

    public int Size(Side side, int batch) => side switch
    {
        Side.Small => batch * Small.Channels * Small.Pixels,
        Side.Large => batch * Large.Channels * Large.Pixels,
        _ => Weights,
    };

    /// <summary>Where an output element stands; a weight's elements have neither channel nor sample.</summary>
    public (int Channel, int Sample) Place(Side side, int index)
    {
        if (side == Side.Weight) return (0, 0);
        var extent = side == Side.Small ? Small : Large;
        return (index / extent.Pixels % extent.Channels, index / extent.Pixels / extent.Channels);
    }
}
