using GanDsl.Faults;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Parity;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace GanDsl.Ilgpu.Tests.Faults;

/// <summary>
/// Tests of the parity tests: a game of our own kernels whose emitted text has a mistake does not pass, and the message says which tensor or update is wrong.
/// </summary>
/// <param name="output">Is told by how much.</param>
public class PlantedFaultTests(ITestOutputHelper output)
{
    private const int Count = 5;

    private static readonly IReadOnlyDictionary<string, FaultyGame> Games = FaultyGames.On(Packages.All);

    public static TheoryData<string> Sound => [.. Games.Keys];

    public static TheoryData<string> Faults => [.. EmittedFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Sound))]
    public void WithoutAFault_AGameIsPlayedAsDeclared(string game) => Play(Games[game].Compile(), comparesReports: true);

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFault_IsCaught(string name)
    {
        var fault = EmittedFaults.All.Single(planted => planted.Name == name);
        var declaration = Games[fault.Game].Compile(fault);

        // Libtorch's reports differ, too, and before gradients are compared.
        var caught = Assert.Throws<ParityException>(() => Play(declaration, comparesReports: false));

        output.WriteLine(caught.Message);
        Assert.Contains($", {fault.Caught}: ", caught.Message, StringComparison.Ordinal);
    }

    private static void Play(Type declaration, bool comparesReports)
    {
        using var torch = (IGan)Activator.CreateInstance(declaration.GetNestedType("Torch")!, 1L, CPU)!;
        using var own = (IGan)Activator.CreateInstance(declaration.GetNestedType("Ilgpu")!, 2L, Devices.Get("CPU"))!;
        Tests.Games.Parity.Run(torch, own, Count, comparesReports: comparesReports);
    }
}
