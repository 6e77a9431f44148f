using GanDsl.Ilgpu.Kernels;
using GanDsl.Ilgpu.Testing;
using ILGPU;
using ILGPU.Backends.OpenCL;

namespace GanDsl.Ilgpu.Tests;

/// <summary>What an earlier process has translated is not translated again, and computes the same.</summary>
[Collection(nameof(Devices))]
public sealed class KernelTranslatorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kernels");

    private readonly struct Cubed : IMap
    {
        public static float Apply(Place at, Operands operands) => operands.A(at.Index) * operands.A(at.Index) * operands.A(at.Index);
    }

    private readonly struct Quartered : IMap
    {
        public static float Apply(Place at, Operands operands) => operands.A(at.Index) / 4;
    }

    public void Dispose() => folder.Delete(recursive: true);

    [OracleFact<Pocl>]
    public void ASecondProcess_TranslatesNothing()
    {
        using var first = PoclDevice.TryOpen(new KernelStore(folder.FullName))!;
        var computed = Run<Cubed>(first);
        Assert.Equal(1, first.Translations);
        using var second = PoclDevice.TryOpen(new KernelStore(folder.FullName))!;
        Assert.Equal(computed, Run<Cubed>(second));
        Assert.Equal(0, second.Translations);
        Assert.Equal([-8f, -1, 0, 1, 8], computed);
        Run<Quartered>(second);
        Assert.Equal(1, second.Translations);
    }

    [OracleFact<Pocl>]
    public void ADamagedText_IsTranslatedAgain()
    {
        using var first = PoclDevice.TryOpen(new KernelStore(folder.FullName))!;
        var computed = Run<Cubed>(first);
        foreach (var file in folder.GetFiles()) File.WriteAllBytes(file.FullName, File.ReadAllBytes(file.FullName)[..^1]);
        using var second = PoclDevice.TryOpen(new KernelStore(folder.FullName))!;
        Assert.Equal(computed, Run<Cubed>(second));
        Assert.Equal(1, second.Translations);
    }

    [OracleFact<Pocl>]
    public void AnotherGroupSize_IsAnotherText()
    {
        using var device = PoclDevice.TryOpen()!;
        var store = new KernelStore(folder.FullName);
        foreach (var groupSize in new[] { 32, 64, 32 }) Translate<Cubed>(new KernelTranslator(device.Accelerator, groupSize, store));
        Assert.Equal(2, folder.GetFiles().Length);
    }

    [OracleFact<Pocl>]
    public void AText_DoesNotDependOnWhatWasTranslatedBefore()
    {
        using var device = PoclDevice.TryOpen()!;
        using var another = PoclDevice.TryOpen()!;
        var translator = new KernelTranslator(device.Accelerator, 64, store: null);
        var text = Translate<Cubed>(translator);
        var afterOthers = new KernelTranslator(another.Accelerator, 64, store: null);
        Translate<Quartered>(afterOthers);
        afterOthers.Translate(new Action<Index1D, CopyArguments>(CopyKernels.Copy).Method, identity: null);
        Assert.Equal(text, Translate<Cubed>(afterOthers));
    }

    private static string Translate<TMap>(KernelTranslator translator)
        where TMap : struct, IMap
    {
        var method = new Action<Index1D, MapArguments>(MapKernels.Map<E5x35, TMap>).Method;
        return ((CLCompiledKernel)translator.Translate(method, KernelIdentity.Of(method))).Source;
    }

    private static float[] Run<TMap>(ComputeDevice device)
        where TMap : struct, IMap
    {
        using var memory = new DeviceMemory(device, 350);
        memory.Upload(0, [-2, -1, 0, 1, 2]);
        var arguments = new MapArguments(memory.View, output: 175, count: 175, items: 175, operands: new(memory.View, a: 0));
        device.Load<MapArguments>(MapKernels.Map<E5x35, TMap>).Launch(175, arguments);
        var results = new float[5];
        memory.Read(175, results);
        return results;
    }
}
