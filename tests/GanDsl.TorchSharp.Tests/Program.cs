using System.Runtime.InteropServices;
using GanDsl.Torch;
using TorchSharp;

namespace GanDsl.Tests.Torch;

/// <summary>
/// What a test runs as a process of its own: `sum` touches torch in its first line, `ensure` asks for the libraries, `policy` tells how libtorch's threads
/// wait.
/// </summary>
internal static partial class Program
{
    public static int Main(string[] arguments) => arguments switch
    {
        ["sum"] => Sum(),
        ["ensure"] => Ensure(),
        ["policy"] => WaitPolicy(),
        _ => 2,
    };

    private static int Sum()
    {
        using var sum = torch.ones(3).sum();
        Console.WriteLine(sum.item<float>());
        return 0;
    }

    private static int WaitPolicy()
    {
        Sum();
        Console.WriteLine(Marshal.PtrToStringUTF8(Native("OMP_WAIT_POLICY")) ?? "none");
        return 0;
    }

    // As native code sees it: .NET's own copy of the environment is another one.
    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Native(string name);

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
