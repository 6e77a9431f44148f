namespace GanDsl.Ilgpu.Tests.Contractions;

public class ContractionTests
{
    private static readonly Dictionary<string, ContractionCase> Shapes =
        LinearShapes.All.Concat(ConvolutionShapes.All).ToDictionary(shape => shape.Name);

    private static IEnumerable<(string Shape, Side Written)> Cases =>
        from shape in Shapes.Keys
        from written in Enum.GetValues<Side>()
        select (shape, written);

    public static TheoryData<string, string, Side> All
    {
        get
        {
            var all = new TheoryData<string, string, Side>();
            IEnumerable<object[]> devices = Devices.Names;
            foreach (var device in devices)
            {
                foreach (var (shape, written) in Cases) all.Add((string)device[0], shape, written);
            }

            return all;
        }
    }

    public static TheoryData<string, Side> Kernels
    {
        get
        {
            var all = new TheoryData<string, Side>();
            foreach (var (shape, written) in Cases) all.Add(shape, written);
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
        foreach (var slices in new[] { 3, 20 }) new ContractionRun(Shapes[shape], written, batch: 9).IsItsDefinition(Devices.Get(device), slices);
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
