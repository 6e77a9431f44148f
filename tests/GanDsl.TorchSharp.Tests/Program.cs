using GanDsl.Torch;
using TorchSharp;

namespace GanDsl.Tests.Torch;

/// <summary>What a test runs as a process of its own: `sum` touches torch in its first line, `ensure` asks for the libraries.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => arguments switch
    {
        ["sum"] => Sum(),
        ["ensure"] => Ensure(),
        _ => 2,
    };

    private static int Sum()
    {
        using var sum = torch.ones(3).sum();
        Console.WriteLine(sum.item<float>());
        return 0;
    }

    private static int Ensure()
    {
        try
        {
            TorchLibrary.EnsureLoaded();
            return 0;
        }
        catch (TorchLibraryException failure)
        {
            Console.WriteLine(failure.Message);
            return 1;
        }
    }
}
