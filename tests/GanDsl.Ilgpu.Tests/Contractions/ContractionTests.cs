namespace GanDsl.Ilgpu.Tests.Contractions;

public class ContractionTests
{
    private static readonly Dictionary<string, ContractionCase> Shapes =
        LinearShapes.All.Concat(ConvolutionShapes.All).ToDictionary(shape => shape.Name);

    public static TheoryData<string, string, Side> All
    {
        get
        {
            var all = new TheoryData<string, string, Side>();
            foreach (var device in ((IEnumerable<object[]>)Devices.Names).Select(row => (string)row[0]))
            foreach (var shape in Shapes.Keys)
            foreach (var side in Enum.GetValues<Side>())
            {
                all.Add(device, shape, side);
            }

            return all;
        }
    }

    public static TheoryData<string, Side> Kernels
    {
        get
        {
            var all = new TheoryData<string, Side>();
            foreach (var shape in Shapes.Keys)
            foreach (var side in Enum.GetValues<Side>())
            {
                all.Add(shape, side);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AContractionIsItsDefinition(string device, string shape, Side written)
    {
        foreach (var batch in new[] { 1, 3, 5, 9 }) new ContractionRun(Shapes[shape], written, batch).IsItsDefinition(Devices.Get(device), slices: 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SlicesAddUpToTheDefinition_EmptyOnesToo(string device, string shape, Side written)
    {
        foreach (var slices in new[] { 2, 3, 20 }) new ContractionRun(Shapes[shape], written, batch: 9).IsItsDefinition(Devices.Get(device), slices);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheSameArgumentsGiveTheSameBits(string device, string shape, Side written)
    {
        var once = new ContractionRun(Shapes[shape], written, batch: 5).Compute(Devices.Get(device), slices: 1);
        Assert.Equal(once, new ContractionRun(Shapes[shape], written, batch: 5).Compute(Devices.Get(device), slices: 1));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void AKernelCompilesForCudaIntoRegisters(string shape, Side written)
    {
        var contraction = Shapes[shape].Contraction<Mixed>(written);
        PtxGate.Check(contraction.Kernel.Method);
        PtxGate.Check(contraction.Sum.Method);
    }
}
