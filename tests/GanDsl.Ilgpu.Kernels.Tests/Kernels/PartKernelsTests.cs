using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class PartKernelsTests
{
    public static TheoryData<string> All => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void APartOfEachSampleIsCopied_AndNothingElse(string device)
    {
        foreach (var (batch, width, sourceStride, targetStride) in new[] { (1, 1, 1, 1), (1, 7, 9, 7), (37, 1, 5, 3), (37, 13, 13, 40), (5, 64, 100, 64) })
        {
            using var arena = new Arena(Devices.Get(device));
            float[] source = Numbers.Normal(batch * sourceStride, 1), target = Numbers.Normal(batch * targetStride, 2);
            var (inSource, inTarget) = (sourceStride - width, (targetStride - width) / 2);
            var (from, to) = (arena.Put(source), arena.Put(target));
            var items = arena.Device.Items(batch * width);
            arena.Device.Load<PartArguments>(PartKernels.Copy).Launch(
                items, new(arena.View, from + inSource, sourceStride, to + inTarget, targetStride, width, batch * width, items));

            for (var sample = 0; sample < batch; sample++)
            {
                source.AsSpan((sample * sourceStride) + inSource, width).CopyTo(target.AsSpan((sample * targetStride) + inTarget, width));
            }

            Numbers.Same(target, arena.Read(to, target.Length));
            Numbers.Same(source, arena.Read(from, source.Length));
        }
    }

    [Fact]
    public void TheKernelStaysInRegistersOnCuda() => PtxGate.Check(new Action<Index1D, PartArguments>(PartKernels.Copy).Method);
}
