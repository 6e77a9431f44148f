using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Harness.Tests;

public class ModelShapeTests
{
    [Fact]
    public void RecordsOfStringsAndNumbers_AreFine() => Assert.Empty(ModelShape.Problems([typeof(Good)]));

    [Theory]
    [InlineData(typeof(WithSymbol), "WithSymbol.Parent.Symbol is Roslyn's ISymbol")]
    [InlineData(typeof(WithLocation), "WithLocation.Locations<Location> is Roslyn's Location")]
    [InlineData(typeof(WithArray), "WithArray.Shape is a Int32[], which does not compare by value")]
    [InlineData(typeof(WithImmutableArray), "WithImmutableArray.Shape is a ImmutableArray`1, which does not compare by value")]
    [InlineData(typeof(WithClass), "WithClass.Plain is a PlainClass, which does not compare by value")]
    public void WhatKeepsACompilationAlive_OrBreaksCaching_IsNamedWithItsPath(Type root, string problem) =>
        Assert.Contains(problem, ModelShape.Problems([root]));

    [Fact]
    public void ASymbolInAnObject_IsFoundWhereverItHides()
    {
        ModelShape.AssertHoldsNoRoslynTypes(new Good("g", 1, ("a", 2), null));

        var hidden = new List<object> { 1, (object)("a", GanCompilation.Create("")) };
        Assert.ThrowsAny<Exception>(() => ModelShape.AssertHoldsNoRoslynTypes(hidden));
    }

    private sealed record Good(string Name, int Count, (string Key, double Value) Pair, Good? Next);

    private sealed record WithSymbol(WithSymbol.Inner Parent)
    {
        public sealed record Inner(ISymbol Symbol);
    }

    private sealed record WithLocation((string Name, Location Location) Locations);

    private sealed record WithArray(int[] Shape);

    private sealed record WithImmutableArray(ImmutableArray<int> Shape);

    private sealed record WithClass(PlainClass Plain);

    private sealed class PlainClass;
}
