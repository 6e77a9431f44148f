using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests;

/// <summary>
/// Kernels for strategies that compute the same are one kernel, whatever the strategies are called and wherever they are declared; others are not.
/// </summary>
[Collection(nameof(Devices))]
public class KernelIdentityTests
{
    private readonly struct Sample : IExtent
    {
        public static int Channels => 5;

        public static int Pixels => 35;
    }

    private readonly struct Turned : IExtent
    {
        public static int Channels => 35;

        public static int Pixels => 5;
    }

    // 35, by another way.
    private readonly struct Computed : IExtent
    {
        public static int Channels => 5;

        public static int Pixels => Turned.Channels;
    }

    private readonly struct Twice : IMap
    {
        public static float Apply(Place at, Operands operands) => 2 * operands.A(at.Index);
    }

    private readonly struct Again : IMap
    {
        public static float Apply(Place at, Operands operands) => 2 * operands.A(at.Index);
    }

    private readonly struct Thrice : IMap
    {
        public static float Apply(Place at, Operands operands) => 3 * operands.A(at.Index);
    }

    private readonly struct OfAnotherOperand : IMap
    {
        public static float Apply(Place at, Operands operands) => 2 * operands.B(at.Index);
    }

    private readonly struct ByAHelper : IMap
    {
        public static float Apply(Place at, Operands operands) => 2 * Helper<Twice>.Of(at, operands);
    }

    private readonly struct ByAnotherHelper : IMap
    {
        public static float Apply(Place at, Operands operands) => 2 * Helper<Thrice>.Of(at, operands);
    }

    private readonly struct Helper<TMap>
        where TMap : struct, IMap
    {
        public static float Of(Place at, Operands operands) => TMap.Apply(at, operands);
    }

    private readonly struct Remembering : IMap
    {
        private static readonly float Factor = Environment.ProcessorCount;

        public static float Apply(Place at, Operands operands) => Factor * operands.A(at.Index);
    }

    [Fact]
    public void EqualNumbersAndEqualInstructions_AreOneKernel()
    {
        Assert.Same(Load<E5x35, Twice>(), Load<Sample, Again>());
        Assert.Same(Load<E5x35, Twice>(), Load<Computed, Twice>());
        Assert.Same(Load<E5x35, ByAHelper>(), Load<Sample, ByAHelper>());
    }

    [Fact]
    public void AnotherNumberOrInstruction_IsAnotherKernel()
    {
        var kernels = new[]
        {
            Load<E5x35, Twice>(), Load<Turned, Twice>(), Load<E5x35, Thrice>(), Load<E5x35, OfAnotherOperand>(), Load<E5x35, ByAHelper>(),
            Load<E5x35, ByAnotherHelper>(),
        };
        Assert.Equal(kernels.Length, kernels.Distinct().Count());
    }

    [Fact]
    public void WhatRemembersANumber_IsOnlyEqualToItself()
    {
        Assert.Null(KernelIdentity.Of(new Action<ILGPU.Index1D, MapArguments>(MapKernels.Map<E5x35, Remembering>).Method));
        Assert.Same(Load<E5x35, Remembering>(), Load<E5x35, Remembering>());
        Assert.NotSame(Load<E5x35, Remembering>(), Load<Sample, Remembering>());
    }

    private static object Load<TExtent, TMap>()
        where TExtent : struct, IExtent
        where TMap : struct, IMap => Devices.Get("CPU").Load<MapArguments>(MapKernels.Map<TExtent, TMap>);
}
