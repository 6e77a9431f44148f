using System.CommandLine;
using System.Security.Cryptography;
using GanDsl.Benchmarks.Processors;
using GanDsl.Processors;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>Asks libtorch, and multiplies and convolves, so that oneDNN and MKL say by which instructions where their variables ask them to.</summary>
public static class InstructionsVerb
{
    /// <summary>What has to be set before the process starts.</summary>
    public static IReadOnlyList<(string Name, string Value)> Asking { get; } = [("ONEDNN_VERBOSE", "1"), ("MKL_VERBOSE", "1")];

    public static Command Create()
    {
        var command = new Command("instructions", "What libtorch, oneDNN and MKL say they use; the verb processors reads it.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        nn.functional.conv2d(Numbers(2, 16, 16, 16), Numbers(16, 16, 3, 3));
        var product = Numbers(200, 300).mm(Numbers(300, 100));

        // Lines of their own, whatever the libraries left of theirs.
        Console.WriteLine();
        Console.WriteLine($"{SaidInstructions.LibtorchLine}{LibtorchCapability.Ask() ?? "cannot be asked here"}");
        Console.WriteLine($"{SaidInstructions.ProductLine}{Convert.ToHexString(SHA256.HashData(product.bytes))[..16]}");
        return 0;
    }

    // Made here: libtorch's random ones differ with its instructions.
    private static Tensor Numbers(params long[] shape) =>
        tensor(Enumerable.Range(0, (int)shape.Aggregate((product, size) => product * size)).Select(n => (float)Math.Sin((double)n * n)).ToArray(), shape);
}
