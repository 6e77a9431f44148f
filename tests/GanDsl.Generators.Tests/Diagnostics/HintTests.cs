using static GanDsl.Generators.Tests.Harness.Diagnosis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>What compiles and is hardly meant.</summary>
public class HintTests
{
    [Theory]
    [InlineData("0.8", "0.8")]
    [InlineData("eps: 0.02", "0.02")]
    public Task GAN0352_SomebodyMeantTheMomentum(string argument, string number) => AssertReports(
        $"[Generator(2), Dense(3, bias: false), {{|GAN0352:BatchNorm({argument})|}}] public sealed partial class G;",
        $"Layer 1, BatchNorm, adds eps {number} to the variance of its input, which drowns it; the first argument is eps, 1e-5 by default: if the momentum is "
            + $"meant, write momentum: {number}");

    [Theory]
    [InlineData("BatchNorm(1e-2)")]
    [InlineData("BatchNorm(momentum: 0.8)")]
    public Task AnEpsThatIsOne_IsLeftAlone(string norm) => AssertReports($"[Generator(2), Dense(3, bias: false), {norm}] public sealed partial class G;");

    [Theory]
    [InlineData(
        "[Generator(2), {|GAN0353:Dense(3)|}, BatchNorm]",
        "The bias of layer 0, Dense(3), does nothing: layer 1, BatchNorm, subtracts the mean; write bias: false")]
    [InlineData(
        "[Generator(2), Tanh, {|GAN0353:Dense(3)|}, BatchNorm(affine: false)]",
        "The bias of layer 1, Dense(3), does nothing: layer 2, BatchNorm, subtracts the mean; write bias: false")]
    public Task GAN0353_ABiasBeforeBatchNorm(string attributes, string message) => AssertReports($"{attributes} public sealed partial class G;", message);

    [Theory]
    [InlineData("[Generator(2), Dense(3, bias: false), BatchNorm]")]
    [InlineData("[Generator(2), Dense(3), Tanh, BatchNorm]")]
    [InlineData("[Generator(2), Dense(3), Tap(\"a\"), BatchNorm, Add(\"a\")]")]
    public async Task ABiasThatDoesSomething_IsLeftAlone(string attributes) =>
        Assert.Empty(await Of(Harness.GanCompilation.Create($"{attributes} public sealed partial class G;"), Microsoft.CodeAnalysis.DiagnosticSeverity.Info));

    [Fact]
    public Task GAN0354_APlayerWithoutParameters() => AssertReports(
        """
        [Generator(3), Tanh] public sealed partial class G;
        [Discriminator(3), Dense(1)] public sealed partial class D;
        [{|GAN0354:Gan<G, D>|}, NonSaturating, Adam] public sealed partial class Game;
        """,
        "No layer of 'G' has parameters, so it cannot learn; add a Dense or a convolution");
}
