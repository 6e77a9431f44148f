using System.Globalization;
using System.Reflection;
using GanDsl.Tests.Cases;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// Layers' cases on our own kernels: their networks' passes beside libtorch's, and their games, step by step, beside the declaration played by hand.
/// </summary>
public class CaseTests
{
    private static readonly Dictionary<string, Type> Networks = Case.All.SelectMany(one => one.Networks.Keys).ToDictionary(type => type.Name);

    private static readonly Dictionary<string, Type> Played = Case.Games.ToDictionary(type => type.Name);

    public static IEnumerable<object[]> Passes =>
        from name in Networks.Keys from device in (IEnumerable<object[]>)Devices.Names select new[] { name, device[0] };

    public static IEnumerable<object[]> Games =>
        from name in Played.Keys from device in (IEnumerable<object[]>)Devices.Emulation select new[] { name, device[0] };

    [LayerDeviceTheory]
    [MemberData(nameof(Passes))]
    public void PassesInBothModes_AreLibtorchs(string name, string device)
    {
        using var torch = (TorchNetwork)New(Networks[name], "Torch", 1L, CPU);
        using var own = (IlgpuNetwork)New(Networks[name], "Ilgpu", 2L, Devices.Get(device));
        own.Load(torch.State());
        var latent = Networks[name].GetCustomAttribute<GeneratorAttribute>()!.Latent.Aggregate((product, size) => product * size);
        foreach (var count in new[] { 5, 2 })
        {
            foreach (var (mode, forward) in new[] { (Mode.Train, ForwardMode.Train), (Mode.Eval, ForwardMode.Evaluate) })
            {
                var numbers = Numbers.Normal(count * latent, seed: count);
                using var input = tensor(numbers, count, latent);
                using var expected = torch.Apply(input, forward);
                Numbers.Near([.. expected.flatten().to(ScalarType.Float64).data<double>()], Forward(own, numbers, mode), relative: 1e-5, absolute: 1e-5);
            }
        }

        foreach (var (want, have) in torch.State().PairedWith(own.State()))
        {
            Assert.Equal(want.Name, have.Name);
            if (want.Values is TensorValues.Int64 counter) Assert.Equal(counter.Elements, ((TensorValues.Int64)have.Values).Elements);
            else Numbers.Near([.. Floats(want).Select(value => (double)value)], Floats(have), relative: 1e-5, absolute: 1e-5);
        }
    }

    [LayerDeviceTheory]
    [MemberData(nameof(Games))]
    public void TenSteps_AreThoseByHand(string name, string device)
    {
        using var torch = (IDisposable)New(Played[name], "Torch", 1L, CPU);
        using var own = (IDisposable)New(Played[name], "Ilgpu", 2L, Devices.Get(device));
        Parity.Run((IGan)torch, (IGan)own, count: 5);
    }

    private static object New(Type declared, string backend, long seed, object device) =>
        Activator.CreateInstance(declared.GetNestedType(backend)!, seed, device)!;

    private static float[] Forward(IlgpuNetwork network, float[] numbers, Mode mode)
    {
        var forward = network.GetType().GetMethod("Forward")!;
        var shape = forward.GetParameters()[0].ParameterType.GetGenericArguments();
        return (float[])typeof(CaseTests).GetMethod(nameof(Numbered), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod([.. shape, .. forward.ReturnType.GetGenericArguments()])
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [network, forward, numbers, mode], CultureInfo.InvariantCulture)!;
    }

    private static float[] Numbered<TInput, TOutput>(IlgpuNetwork network, MethodInfo forward, float[] numbers, Mode mode)
        where TInput : struct, IShape
        where TOutput : struct, IShape
    {
        using var input = Batch<TInput>.From(new HostBatch<TInput>(numbers), network.Device);
        using var output = (Batch<TOutput>)forward.Invoke(
            network, BindingFlags.DoNotWrapExceptions, binder: null, [input, mode], CultureInfo.InvariantCulture)!;
        return output.ToArray();
    }

    private static float[] Floats(NamedTensor tensor) => ((TensorValues.Float32)tensor.Values).Elements;
}
