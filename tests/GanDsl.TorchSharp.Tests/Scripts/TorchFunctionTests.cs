using System.Runtime.InteropServices;
using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Scripts;

/// <summary>Functions of TorchScript, called directly and by TorchSharp: the same results, and the same kinds of errors.</summary>
public class TorchFunctionTests
{
    private const string Script = """
        def scale(x: Tensor, by: float, shift: Optional[Tensor]):
            y = x * by
            if shift is not None:
                y = y + shift
            return y

        def write(x: Tensor, into: Tensor):
            into.copy_(x)

        def three(x: Tensor):
            return x, x + 1, x + 2

        def two(x: Tensor):
            return x, x

        def multiply(x: Tensor, y: Tensor):
            return torch.mm(x, y)
        """;

    [Fact]
    public void TheVersionInUse_IsCalledDirectly() => Assert.True(ScriptCalls.Known);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TensorsNumbersAndNothing_AreHandedOver(bool isDirect)
    {
        using var scope = NewDisposeScope();
        var function = new TorchFunction(Script, "scale", isDirect);
        using Scalar half = 0.5;

        Assert.Equal([0.5f, 1], function.Call(tensor([1f, 2]), half, default).data<float>().ToArray());
        Assert.Equal([3.5f, 5], function.Call(tensor([1f, 2]), half, tensor([3f, 4])).data<float>().ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NothingAndThreeTensors_AreReturned(bool isDirect)
    {
        using var scope = NewDisposeScope();
        var into = zeros(2);
        new TorchFunction(Script, "write", isDirect).Run(tensor([1f, 2]), into);
        Assert.Equal([1f, 2], into.data<float>().ToArray());

        var (first, second, third) = new TorchFunction(Script, "three", isDirect).CallForThree(into);
        Assert.Equal([1f, 2, 2, 3, 3, 4], cat([first, second, third]).data<float>().ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatLibtorchRefuses_IsAnError_AndTheNextCallIsNone(bool isDirect)
    {
        using var scope = NewDisposeScope();
        var function = new TorchFunction(Script, "multiply", isDirect);

        var error = Assert.Throws<ExternalException>(() => function.Call(zeros(2, 3), zeros(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied", error.Message, StringComparison.Ordinal);
        Assert.Equal([2, 4], function.Call(zeros(2, 3), zeros(3, 4)).shape);
    }

    [Fact]
    public void AnotherNumberOfResults_IsAnErrorThatNamesTheFunction()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<InvalidOperationException>(() => new TorchFunction(Script, "two", isDirect: true).Call(zeros(1)));
        Assert.Equal("The function two returned something else than 1 tensors.", error.Message);
    }

    [Fact]
    public void ADirectCall_LeavesNoGarbageButItsResult()
    {
        using var scope = NewDisposeScope();
        var function = new TorchFunction(Script, "write");
        var (x, into) = (zeros(2), zeros(2));
        for (var i = 0; i < 100; i++) function.Run(x, into);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) function.Run(x, into);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
