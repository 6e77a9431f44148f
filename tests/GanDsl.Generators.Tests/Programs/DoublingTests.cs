using CsCheck;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Backends.Torch;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Tests.Harness;
using Xunit.Abstractions;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>
/// Every pass is linear in the layers: for twice as many it allocates at most twice as much and a bit. Bytes stand for time, which no test measures; the
/// benchmark of the generator does, for a chain of 1,024 layers.
/// </summary>
/// <param name="output">Is told the bytes.</param>
public class DoublingTests(ITestOutputHelper output)
{
    // Rows of tables, lists and dictionaries grow by powers of two, and what is found by bisection takes a step more.
    private const double MostTimes = 2.4;

    private const int Repetitions = 24;

    private static readonly string[] Parts =
    [
        "Conv2d(4, kernel: 3, padding: 1)", "ConvTranspose2d(4, kernel: 3, padding: 1)", "BatchNorm", "InstanceNorm", "GroupNorm(2)", "ReLU", "LeakyReLU(0.2)",
        "Tanh", "Dropout", "PReLU", "PixelNorm", "Upsample(2), AvgPool2d(2)", "Scale(0.5)", "Tap(\"a#\"), Conv2d(4, kernel: 1), Add(\"a#\")",
        "Tap(\"c#\"), Tanh, Concat(\"c#\"), Conv2d(4, kernel: 1)", "ReflectionPad2d(1), Conv2d(4, kernel: 3)",
    ];

    [Fact]
    public void TwiceTheLayers_TakeEveryPassTwiceAsMuch_AndABit() => Gen.Int[0, Parts.Length - 1].Select(part => Parts[part]).Array[4, 8].Sample(
        parts =>
        {
            // What is made once, for the first network of a kind, is not the pass's.
            _ = Bytes(parts, 1);
            var (once, twice) = (Bytes(parts, Repetitions), Bytes(parts, 2 * Repetitions));
            foreach (var (pass, bytes) in once)
            {
                output.WriteLine($"{pass}: {bytes:N0} → {twice[pass]:N0} bytes");
                Assert.True(
                    twice[pass] <= MostTimes * bytes, $"{pass} takes {bytes:N0} bytes for {string.Join(", ", parts)}, {twice[pass]:N0} for twice as many.");
            }
        },
        iter: 6,
        threads: 1);

    private static Dictionary<string, long> Bytes(string[] parts, int repetitions)
    {
        var step = Checked.Step(Game(parts, repetitions));
        var bytes = new Dictionary<string, long>();
        _ = Measured("check", () => NetworkCheck.Check(step.Discriminator.Declaration));
        var built = Measured("build and differentiate", () => StepProgram.Build(step));
        var simplified = Measured("simplify", () => Simplify.Run(built));
        var transposed = Measured("transpose weights", () => TransposeWeights.Run(simplified));
        var fused = Measured("fuse", () => Fuse.Run(transposed));
        var plan = Measured("place", () => MemoryPlan.Of(fused));
        _ = Measured("write launches", () => Launches(plan));
        _ = Measured("write for libtorch", () => TorchNetworkWriter.Write(step.Discriminator));
        return bytes;

        T Measured<T>(string pass, Func<T> run)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = run();
            bytes[pass] = GC.GetAllocatedBytesForCurrentThread() - before;
            return result;
        }
    }

    private static int Launches(MemoryPlan plan)
    {
        var launches = new Launches(new Strategies(), new Addresses(plan, inGame: true));
        foreach (var node in plan.Program.Nodes) launches.Add(node);
        launches.WriteTo(new Text.CodeWriter());
        return launches.Count;
    }

    private static string Game(string[] parts, int repetitions)
    {
        var layers = Enumerable.Range(0, repetitions)
            .SelectMany(i => parts.Select((part, j) => $"[{part.Replace("#", $"{i}_{j}", StringComparison.Ordinal)}]"));
        return $"""
            [Generator(latent: 4), Dense(4 * 4 * 4), Reshape(4, 4, 4)]
            public sealed partial class G;

            [Discriminator(4, 4, 4), SpectralNorm]
            {string.Join("\n", layers)}
            [Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Adam]
            public sealed partial class Game;
            """;
    }
}
