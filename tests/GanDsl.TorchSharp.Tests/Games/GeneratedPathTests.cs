using System.Diagnostics;
using System.Reflection;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>That the code under test is what the generator wrote for the declaration.</summary>
public class GeneratedPathTests
{
    [Fact]
    public void Step_IsDeclaredByTheGeneratedClass()
    {
        var steps = typeof(Points.K1Fresh.Torch).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name == "Step");

        Assert.Equal([1, 3], steps.Select(step => step.GetParameters().Length).Order());
        Assert.Equal(typeof(Points.K1Fresh), typeof(Points.K1Fresh.Torch).DeclaringType);
    }

    [Fact]
    public void AStep_RunsThroughTheGeneratedFile()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        using var reals = new Batch<S2>(zeros(4, 2));
        using var latents = gan.Noise(4);
        using var tooFew = gan.Noise(3);

        var error = Assert.Throws<ArgumentException>(() => gan.Step(reals, tooFew, latents));

        Assert.Contains(new StackTrace(error, fNeedFileInfo: true).GetFrames(), frame => IsIn("Points+K1Fresh.Torch.g.cs", frame));
    }

    [Fact]
    public void AForwardPass_RunsThroughTheGeneratedFile()
    {
        using var network = new PointsNormalized.Discriminator.Torch(1, CPU);
        using var one = new Batch<S2>(zeros(1, 2));

        var error = Assert.Throws<ArgumentException>(() => network.Forward(one, Mode.Train));

        Assert.Contains(new StackTrace(error, fNeedFileInfo: true).GetFrames(), frame => IsIn("PointsNormalized+Discriminator.Torch.g.cs", frame));
    }

    private static bool IsIn(string file, StackFrame frame) =>
        frame.GetFileName() is { } name && name.EndsWith(file, StringComparison.Ordinal) && frame.GetFileLineNumber() > 0;
}
